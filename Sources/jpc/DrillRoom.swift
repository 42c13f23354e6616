import CaseFlow
import Glibc
import Journal
import Screens

/// The terminals that joined a drill. What happens to one of them changes nothing for the others, nor for the drill.
struct DrillRoom {
  private let door: DrillDoor
  /// Who knocked and has not said who they are.
  private var waiting: [DrillGuest] = []
  /// Who joined; the first of them has the host's second seat, and so on.
  private var guests: [DrillGuest] = []

  /// More do not fit around a table.
  private static let most = 16

  init(_ door: DrillDoor) { self.door = door }

  /// What wakes the drill up besides its own terminal.
  var descriptors: [Int32] { [door.descriptor] + (waiting + guests).map(\.descriptor) }

  /// Takes what has come from every terminal; answers whether one of them told of a real emergency.
  mutating func listen(_ host: inout DrillHost, at time: UInt64) throws(Failure) -> Bool {
    while let descriptor = door.admit() {
      var guest = DrillGuest(descriptor)
      if waiting.count + guests.count < Self.most { waiting.append(guest) } else { guest.end(Self.full) }
    }
    var hasEmergency = false
    for index in guests.indices {
      for message in guests[index].messages() where !guests[index].isGone {
        hasEmergency = try take(message, index, &host, at: time) || hasEmergency
      }
    }
    for index in waiting.indices {
      for message in waiting[index].messages() { try seat(message, index, &host) }
    }
    for guest in waiting where guest.isGone { guest.close() }
    waiting.removeAll { $0.isGone || $0.isSeated }
    let count = guests.count
    for index in guests.indices.reversed() where guests[index].isGone {
      guests[index].close()
      guests.remove(at: index)
      try host.leave(index + 1)
    }
    if guests.count < count { try host.refresh() }
    return hasEmergency
  }

  /// How often every terminal hears that the drill goes on, whatever it shows.
  private static let beatNanoseconds: UInt64 = 1_500_000_000
  private var beaten: UInt64 = 0

  /// When they are to hear it next; nil where nobody joined.
  var beatDue: UInt64? { guests.isEmpty ? nil : beaten + Self.beatNanoseconds }

  /// Lets every terminal hear that the drill goes on, when it is time.
  mutating func beat(at time: UInt64) {
    guard let beatDue, beatDue <= time else { return }
    beaten = time
    for index in guests.indices where !guests[index].isGone { guests[index].beat() }
  }

  /// When the first Enter that waits at one of them counts.
  func due(_ host: DrillHost) -> UInt64? { host.seats.dropFirst().compactMap(\.board.state.enter.due).min() }

  /// Lets every Enter that waits and is due count.
  mutating func pass(_ host: inout DrillHost, at time: UInt64) throws(Failure) -> Bool {
    var hasEmergency = false
    for index in guests.indices where host.seats[index + 1].board.state.enter.due.map({ $0 <= time }) ?? false {
      hasEmergency = try press(nil, index, &host, at: time) || hasEmergency
    }
    return hasEmergency
  }

  /// Shows every terminal what it is to show.
  mutating func show(_ host: inout DrillHost) {
    for index in guests.indices where !guests[index].isGone {
      let board = host.seats[index + 1].board
      guests[index].show(screen(board.model, board.state, board.state.size))
      host.seats[index + 1].board.state.wasDrawn()
      if host.seats[index + 1].board.state.bell.rings(for: board.model) { guests[index].send(.ring) }
    }
  }

  /// The drill is over, or its board was left: everybody's terminal is restored and says why.
  mutating func end(_ sentence: String) {
    for index in guests.indices { guests[index].end(sentence) }
    for index in waiting.indices { waiting[index].end(sentence) }
    door.close()
  }

  private static let full = "As many as can have joined this drill already."
  static let over = "The drill is over: its first terminal was left."
  private static func sitsHere(_ name: Code) -> String {
    "\(name.text) sits at this drill already; join it under another name with --as NAME."
  }

  private mutating func seat(_ message: GuestMessage, _ index: Int, _ host: inout DrillHost) throws(Failure) {
    guard case .join(let name, let isController, let size, let glyphs) = message, let by = Code(name) else {
      return waiting[index].leave(Self.over)
    }
    do throws(Failure) { try host.drill.beginning.admit(by) } catch { return waiting[index].leave(error.sentence) }
    // Who did what is read from names.
    guard !host.seats.contains(where: { $0.board.by.isSamePerson(as: by) }) else {
      return waiting[index].leave(Self.sitsHere(by))
    }
    try host.seat(by, view: .overview, glyphs: Glyphs(glyphs), size: size, isController: isController)
    waiting[index].isSeated = true
    guests.append(waiting[index])
  }

  /// Does what one terminal asks; true for a real emergency.
  private mutating func take(
    _ message: GuestMessage, _ index: Int, _ host: inout DrillHost, at time: UInt64
  ) throws(Failure) -> Bool {
    switch message {
    case .join: return false
    case .size(let size):
      host.seats[index + 1].board.state.size = size
      host.seats[index + 1].board.state.settle(host.seats[index + 1].board.model)
      return false
    case .key(let key):
      guests[index].send(.heard)
      return try press(key, index, &host, at: time)
    }
  }

  private mutating func press(
    _ typed: Key?, _ index: Int, _ host: inout DrillHost, at time: UInt64
  ) throws(Failure) -> Bool {
    for key in host.seats[index + 1].board.state.admit(typed, at: time, host.seats[index + 1].board.model) {
      for effect in try host.press(key, seat: index + 1, at: time) {
        switch effect {
        case .leave: guests[index].leave()
        case .emergency: return true
        case .suspend: guests[index].send(.suspend)
        case .redraw: guests[index].send(.redraw)
        case .ring: guests[index].send(.ring)
        }
      }
    }
    return false
  }
}
