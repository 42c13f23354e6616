// What events carry: buses and their manifests, appointments, personal details, undone and confirmed entries.
// The fields stand in the order of the format.

/// A bus stands at the gate: what its people have in common, and how many were announced.
package struct BusOpened: Described {
  package var bus = BusID(number: 1)
  /// People announced, or nil when nobody said.
  package var announced: Int?
  package var transport = Transport.bus
  package var language: Code?
  package var nationality: Code?
  /// When their custody began; it may lie long before the arrival here. Nil is unknown.
  package var bookIn: Instant?
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("bus", &bus)
    f.field("announced", &announced)
    f.field("transport", &transport, usual: .bus)
    f.field("language", &language)
    f.field("nationality", &nationality)
    f.field("bookIn", &bookIn)
  }
}

/// The heads of a bus were counted at the door.
package struct BusCounted: Described {
  package var bus = BusID(number: 1)
  package var people = 0
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("bus", &bus)
    f.field("people", &people)
  }
}

/// The manifest of a bus was closed: announced, counted and entered agree, or someone said why not.
package struct BusClosed: Described {
  package var bus = BusID(number: 1)
  package var because: BusDifference?
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("bus", &bus)
    f.field("because", &because)
  }
}

/// Someone has an appointment: matched at the door, or counted as a no-show.
package struct AppointmentListed: Described {
  /// The reference that the list gives it.
  package var appointment = Code.none
  package var people = 1
  package var expected = Instant()
  package var language: Code?
  package var nationality: Code?
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("appointment", &appointment)
    f.field("people", &people)
    f.field("expected", &expected)
    f.field("language", &language)
    f.field("nationality", &nationality)
  }
}

/// Personal details of someone were sealed in the vault: which ones, and the hash of the sealed bytes.
package struct DetailsRecorded: Described {
  package var person = PersonID()
  package var fields: [DetailField] = []
  /// Whether a second person keyed again what another had recorded.
  package var isSecondKeying = false
  /// The fields in which the second keying says something else than the first.
  package var changed: [DetailField] = []
  /// SHA-256 of the sealed bytes, as 64 lowercase hexadecimal digits; it tells nothing of what they hold.
  package var seal = ""
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("person", &person)
    f.field("fields", &fields, most: DetailField.allCases.count)
    f.field("secondKeying", &isSecondKeying, usual: false)
    f.field("changed", &changed, most: DetailField.allCases.count)
    f.field("seal", &seal)
  }
}

/// The key of someone's details was destroyed: nobody reads them again.
package struct DetailsErased: Described {
  package var person = PersonID()
  /// Why, in words that name nobody.
  package var reason = ""
  package var second = Code.none
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("person", &person)
    f.field("reason", &reason)
    f.field("second", &second)
  }
}

/// Someone took back their own last entry: what it changed is as it was before.
package struct EntryUndone: Described {
  /// The sequence number of the entry's first record.
  package var wrongs = 0
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) { f.field("wrongs", &wrongs) }
}

/// An unlikely value was typed, questioned and confirmed.
package struct ValueConfirmed: Described {
  package var person = PersonID()
  package var check = Plausibility.age
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("person", &person)
    f.field("check", &check)
  }
}

/// Two people confirmed that the machine's clock is right although it stands before earlier entries.
package struct ClockConfirmed: Described {
  package var second = Code.none
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) { f.field("second", &second) }
}
