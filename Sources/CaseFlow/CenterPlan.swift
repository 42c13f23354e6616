/// What a center has: areas, stages with desks, languages, receivers. Read from the center file, and kept
/// in the header of every recording, so that a recorded day explains itself.
package struct CenterPlan: Sendable {
  package var name = ""
  package var code = Code.none
  /// IANA name of the zone whose local time people read.
  package var timezone = ""
  /// The clock of that zone, as whoever read the plan found it; nil where nobody can tell local times.
  package var zone: ZoneOffsets?
  package var rules = Code.none
  /// People a day that the center can process, by its own measure: the blueprint's "maximum processing
  /// capacity per port per day".
  package var dailyIntake = 0
  package var areas: [AreaPlan] = []
  package var stages: [StagePlan] = []
  package var languages: [LanguagePlan] = []
  package var receivers: [ReceiverPlan] = []
  /// How long the consulates of some countries take for a travel document.
  package var consulates: [ConsulatePlan] = []
  /// Needs that are served before others without a class of their own: class P3.
  package var priorityNeeds: [Need] = []
  /// Whether families are served before single adults, in class P3.
  package var familiesFirst = false
  /// Hours from arrival after which a stay is longer than this center is made for: the reason is asked.
  package var stayNorm = 72
  package var model = ModelPlan()

  package init() {}
}

/// An area with places of one kind.
package struct AreaPlan: Sendable {
  package var code = Code.none
  package var name = ""
  package var kind = PlaceKind.singleMen
  package var capacity = Capacity()
  package init() {}
}

/// The places of an area, as a small vector; usable is the smallest part that applies.
package struct Capacity: Hashable, Sendable {
  /// Beds, cots and mats that exist.
  package var physical = 0
  /// Places that health distancing allows.
  package var safe = 0
  /// Places that the staff on duty may answer for.
  package var staffed = 0
  /// Places that can be opened beyond these in the order of the reserve ladder; not usable until opened.
  package var reserve = 0
  /// Places promised to someone who is not here yet.
  package var held = 0
  /// Places that are broken or being cleaned.
  package var outOfOrder = 0
  package init() {}
}

/// Which part of a capacity vector binds.
package enum CapacityLimit: String, Word {
  case places, distancing, staff, outOfOrder, held
}

extension Capacity {
  /// Places that may be used now, never below zero, and the part that binds.
  package var usable: (places: Int, limitedBy: CapacityLimit) {
    let sound = physical - outOfOrder
    let smallest = min(sound, safe, staffed)
    let limit: CapacityLimit =
      if held > 0 && smallest - held < smallest { .held } else if staffed == smallest && staffed < sound {
        .staff
      } else if safe == smallest && safe < sound { .distancing } else if outOfOrder > 0 { .outOfOrder } else { .places }
    return (max(0, smallest - held), limit)
  }

  package subscript(part: CapacityPart) -> Int {
    get {
      switch part {
      case .physical: physical
      case .safe: safe
      case .staffed: staffed
      case .reserve: reserve
      case .held: held
      case .outOfOrder: outOfOrder
      }
    }
    set {
      switch part {
      case .physical: physical = newValue
      case .safe: safe = newValue
      case .staffed: staffed = newValue
      case .reserve: reserve = newValue
      case .held: held = newValue
      case .outOfOrder: outOfOrder = newValue
      }
    }
  }
}

/// A stage with its desks and how long a service takes.
package struct StagePlan: Sendable {
  package var stage = Stage.reception
  package var desks = 0
  package var service = ServiceTime()
  /// Desks staffed in each local hour of the day, 24 numbers; empty means all desks, always.
  package var staffedByHour: [Int] = []
  package init() {}
}

/// The distribution of a service time.
package struct ServiceTime: Hashable, Sendable {
  package var shape = ServiceShape.lognormal
  package var meanMinutes = 0.0
  /// Standard deviation over mean; an exponential has 1 and reads nothing here.
  package var variation = 0.5
  package init() {}
}

package enum ServiceShape: String, Word, Scalar {
  case exponential, lognormal
}

/// A language that people here speak, and who can interpret it.
package struct LanguagePlan: Sendable {
  package var code = Code.none
  package var name = ""
  /// What else it is called here, as it may be typed: `kekchi` for Q'eqchi'.
  package var aliases: [String] = []
  /// Whether officers and desk staff speak it themselves.
  package var spokenByStaff = false
  /// Interpreters on duty in person.
  package var interpreters = 0
  /// Telephone lines that can interpret it.
  package var lines = 0
  package init() {}
}

package enum ReceiverKind: String, Word, Scalar {
  case shelter, sponsor, program
}

/// Someone who receives released people.
package struct ReceiverPlan: Sendable {
  package var code = Code.none
  package var name = ""
  package var kind = ReceiverKind.shelter
  /// People it takes a day.
  package var places = 0
  /// Local hours between which it accepts people.
  package var opens = 0
  package var closes = 24
  /// How long the way there takes.
  package var wayMinutes = 0
  /// Whom it takes; empty takes everyone who may be released.
  package var takes: [ReceiverTakes] = []
  /// The languages that somebody there speaks; empty says nothing about it.
  package var languages: [Code] = []
  package init() {}
}

/// A kind of case that a receiver takes.
package struct ReceiverTakes: Hashable, Sendable {
  package var kind = CaseKind.familyUnit
  /// People of this kind a day, or nil: as many as it takes at all.
  package var places: Int?
  /// Adults of this sex only, or nil.
  package var sex: Sex?
  package init() {}
}

/// How long a consulate takes.
package struct ConsulatePlan: Hashable, Sendable {
  package var nation = Code.none
  /// Hours from being asked to a travel document, as agreed with it.
  package var documentHours = 0
  package init() {}
}

/// The description of arrivals, mix and routing that simulated days and forecasts share.
package struct ModelPlan: Sendable {
  /// People an hour in each local hour, 24 numbers, for days without a profile.
  package var arrivalsPerHour: [Double] = []
  /// People in a batch, on average.
  package var batchMean = 1.0
  /// Share of people that are children alone. Ports 0.014 to 0.017, between ports 0.06 to 0.09.
  package var childrenAlone = 0.015
  /// Share of decided interviews that are positive (USCIS, fiscal year 2021).
  package var positive = 0.72
  /// Share of all interviews that are closed without a decision (USCIS, fiscal year 2021).
  package var closed = 0.05
  /// Share of cases whose consultation period is waived.
  package var waived = 0.35
  /// Share of negative determinations that are reversed on review.
  package var reversed = 0.28
  /// Findings per 1,000 people screened.
  package var lice = 65.0
  package var scabies = 29.0
  package var erReferral = 9.0
  package var influenzaLike = 3.7
  package var tbRuleOut = 3.0
  package var varicella = 0.5
  package init() {}
}
