import CaseFlow

/// What an arrival line says about how and when they came, beside who they are.
struct ArrivalModifiers {
  private var bus: BusID?
  private var transport: Transport?
  private var appointment: Code?

  /// Takes a word if it is one of these.
  mutating func read(_ word: LineWord, _ context: EntryContext, _ line: inout ArrivalLine) throws(LineFault) -> Bool {
    switch word.key {
    case "": return try readPlain(word, context, &line)
    case "at":
      let at = try TypedMoment.read(word, .past, in: context)
      line.at = at
      line.add(word, Wording.cameAt(TimeText.near(at, context.now, context.zone)))
    case "in":
      let bookIn = try TypedMoment.read(word, .past, in: context)
      line.arrival.bookIn = bookIn
      line.add(word, Wording.bookedIn(TimeText.near(bookIn, context.now, context.zone)))
      line.question(bookIn, word, context)
    case "also":
      let code = try ArgumentReader.language(word, in: context.center, orCode: true)
      line.arrival.secondLanguage = code
      line.add(word, Wording.also(Wording.language(code, in: context.center)))
    case "appt": try readAppointment(word, context, &line)
    case "desk": line.desk = try ArgumentReader(context).desk(word)
    default:
      throw LineFault(
        word.range,
        Wording.noKey(word.key, of: CommandWordID.arrive.rawValue, among: ["at", "in", "also", "appt", "desk"]))
    }
    return true
  }

  private mutating func readPlain(
    _ word: LineWord, _ context: EntryContext, _ line: inout ArrivalLine
  ) throws(LineFault) -> Bool {
    let text = word.text.lowercased()
    if text == "!" {
      line.isConfirmed = true
      line.add(word, Wording.confirmed)
    } else if text.hasPrefix("#") {
      guard let id = BusID(typed: text.dropFirst()) else { throw LineFault(word.range, Wording.noBusNumber(word.text)) }
      guard let bus = context.center.bus(id), bus.closedAt == nil else {
        throw LineFault(word.range, Wording.noOpenBus(id, context.center.openBuses.map(\.id)))
      }
      self.bus = id
      line.add(word, Wording.onBus(id))
    } else if let transport = Transport(rawValue: text), transport != .appointment {
      self.transport = transport
      line.add(word, Wording.transport(transport))
    } else {
      return false
    }
    return true
  }

  private mutating func readAppointment(
    _ word: LineWord, _ context: EntryContext, _ line: inout ArrivalLine
  ) throws(LineFault) {
    let waiting = context.center.appointments.filter { $0.party == nil }
    let found = waiting.first { $0.id.text.lowercased() == word.text.lowercased() }
    guard let found else {
      let near = nearestWord(to: word.text, among: waiting.map(\.id.text))
      throw LineFault(word.textRange, Wording.noAppointment(word.text, near: near))
    }
    appointment = found.id
    line.add(
      word, Wording.appointment(people: found.people, at: TimeText.near(found.expected, context.now, context.zone)))
  }

  /// Fills in what the line leaves to the bus or the appointment.
  ///
  /// Throws where several buses are open and the line does not say which: nobody is entered on a wrong manifest.
  func complete(_ context: EntryContext, _ line: inout ArrivalLine) throws(LineFault) {
    let end = line.end
    if let code = appointment, let found = context.center.appointment(code) {
      line.arrival.appointment = code
      line.arrival.transport = transport ?? .appointment
      line.arrival.language = line.arrival.language ?? found.language
      line.arrival.nationality = line.arrival.nationality ?? found.nationality
    } else if let bus = try manifest(context, end) {
      line.arrival.bus = bus.id
      line.arrival.transport = bus.transport
      let carried = [
        line.arrival.language == nil ? bus.language.map { Wording.language($0, in: context.center) } : nil,
        line.arrival.nationality == nil ? bus.nationality.map { Wording.nation($0) } : nil,
        line.arrival.bookIn == nil
          ? bus.bookIn.map { Wording.bookedIn(TimeText.near($0, context.now, context.zone)) } : nil,
      ].compactMap { $0 }
      line.arrival.language = line.arrival.language ?? bus.language
      line.arrival.nationality = line.arrival.nationality ?? bus.nationality
      line.arrival.bookIn = line.arrival.bookIn ?? bus.bookIn
      line.parts.append(ArrivalLine.Part(range: end..<end, meaning: Wording.carried(from: bus.id, carried)))
    } else {
      line.arrival.transport = transport ?? .foot
    }
  }

  /// The manifest on which the party stands: the one named, none where another transport was named, else the open one.
  private func manifest(_ context: EntryContext, _ end: Int) throws(LineFault) -> Bus? {
    if let bus { return context.center.bus(bus) }
    if transport != nil { return nil }
    if let bus = context.busAtHand { return bus }
    let open = context.center.openBuses
    if open.count > 1 { throw LineFault(end..<end, Wording.whichBus(open.map(\.id))) }
    return nil
  }
}
