import CaseFlow

/// Invents the people of a party: ages that parents and children can have, sexes, ties.
struct Household: Sendable {
  var members: [ArrivalMember] = []

  /// A party of `size` people, none of them a child alone.
  init(size: Int, _ random: inout Seeded) {
    switch size {
    case 1: add(.adult, Household.adultAge(&random), random.chance(0.66) ? .male : .female, .head)
    case 2: pair(&random)
    default: family(of: size, &random)
    }
  }

  /// A party whose `alone` children are unaccompanied in law: they came by themselves, or with a relative who is
  /// neither parent nor guardian.
  init(size: Int, alone: Int, _ random: inout Seeded) {
    if size > alone {
      let isGrandmother = random.chance(0.5)
      add(
        .adult, random.whole(isGrandmother ? 52...68 : 20...38), isGrandmother || random.chance(0.6) ? .female : .male,
        .head)
    }
    for _ in 0..<alone {
      let age = size > alone ? random.whole(3...16) : random.whole(13...17)
      add(.child, age, random.chance(0.68) ? .male : .female, size > alone ? .relative : .unstated)
    }
  }

  private mutating func pair(_ random: inout Seeded) {
    let kind = random.unit()
    if kind < 0.74 {
      let isMother = random.chance(0.72)
      let age = random.whole(20...44)
      add(.adult, age, isMother ? .female : .male, .head)
      addChild(ofParentAged: age, &random)
    } else if kind < 0.88 {
      let age = Household.adultAge(&random)
      add(.adult, age, .male, .head)
      add(.adult, max(18, age + random.whole(-6...4)), .female, .partner)
    } else {
      add(.adult, Household.adultAge(&random), random.chance(0.6) ? .male : .female, .head)
      add(.adult, Household.adultAge(&random), random.chance(0.6) ? .male : .female, .relative)
    }
  }

  private mutating func family(of size: Int, _ random: inout Seeded) {
    let hasBoth = random.chance(size == 3 ? 0.58 : 0.74)
    let mother = random.whole(20...42)
    add(.adult, mother, .female, .head)
    if hasBoth { add(.adult, min(55, max(20, mother + random.whole(-3...8))), .male, .partner) }
    let hasRelative = size >= 4 && random.chance(0.07)
    while members.count < size - (hasRelative ? 1 : 0) { addChild(ofParentAged: mother, &random) }
    if hasRelative { add(.adult, random.whole(45...72), random.chance(0.7) ? .female : .male, .relative) }
  }

  private mutating func addChild(ofParentAged age: Int, _ random: inout Seeded) {
    let oldest = min(17, age - 16)
    // Young children are more frequent than old ones: the smaller of two draws, half of the time.
    let first = random.whole(0...oldest)
    let second = random.whole(0...oldest)
    add(.child, random.chance(0.5) ? min(first, second) : first, random.chance(0.51) ? .male : .female, .ownChild)
  }

  private mutating func add(_ band: AgeBand, _ age: Int, _ sex: Sex, _ tie: Tie) {
    members.append(ArrivalMember(age: Years(age), band: band, sex: sex, tie: tie))
  }

  private static func adultAge(_ random: inout Seeded) -> Int {
    min(74, 18 + Int(random.lognormal(mean: 12, variation: 0.75)))
  }
}

extension Household {
  /// The specific needs that someone states when asked; shares are of this program's own choosing.
  static func needs(of person: Person, in household: [Person], _ random: inout Seeded) -> [Need] {
    var codes: [String] = []
    func state(_ code: String, _ share: Double) { if random.chance(share) { codes.append(code) } }
    let age = person.age.map { Int($0.count) } ?? 30
    let adults = household.count { !$0.isChild }
    if person.isChild {
      state("SM-OT", 0.03)
      state("DS-PM", 0.006)
      state("SM-MN", 0.008)
      if adults == 0 { codes.append("SC-UC") }
      if person.sex == .female && age >= 14 { state("CR-TP", 0.02) }
    } else {
      if person.sex == .female {
        state("SM-DP", age < 43 ? 0.022 : 0)
        state("SV-VF", 0.018)
        state("SV-VO", 0.022)
        if household.contains(where: { ($0.age?.count ?? 18) < 2 }) { state("WR-LC", 0.6) }
      }
      if adults == 1 && household.count > 1 { codes.append("SP-PT") }
      state("SM-CI", age > 50 ? 0.16 : 0.035)
      state("TR-PI", 0.014)
      state("TR-WV", 0.018)
      state("LP-ND", 0.08)
      state("SM-MI", 0.012)
      state("LP-RR", 0.006)
      if age >= 65 { state("ER-FR", 0.1) }
      state("FU-TR", 0.012)
    }
    state("SM-CC", 0.002)
    state("DS-PS", 0.002)
    return codes.compactMap(Need.init(code:))
  }
}
