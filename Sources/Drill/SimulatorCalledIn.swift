import CaseFlow

// Whom the team of a drill lists on duty for work that it leaves to others: they come and serve, too.

extension Simulator {
  /// The duties of those called in for the desks of a stage, here and now: of nobody who plays, nor of anyone simulated
  /// who has other work, or works in this shift. Who has a desk of the stage in another one works overtime. All of it
  /// follows from the state, so that a branch that begins meanwhile goes on with them.
  func calledIn(for stage: Stage) -> [Duty] {
    guard drill.isOn, !drill.cast.roles.contains(stage.role) else { return [] }
    let now = clock
    let desks = center.desks.map(\.id).filter { $0.stage == stage }
    return center.duties.filter { duty in
      duty.role == stage.role && !duty.isRemote && duty.window.contains(now)
        && !drill.cast.people.contains(duty.staff)
        && !desks.contains { roster.staff(at: $0, now) == duty.staff }
        && (!SimulatedStaff.includes(duty.staff, center.plan) || roster.hasDesk(duty.staff, among: desks))
    }
  }

  /// Who of those called in sits at a desk, or is to sit down at it: where nobody else is to be, the first desks for
  /// the first listed.
  func calledIn(at id: DeskID, isFree: (DeskID) -> Bool) -> Duty? {
    let called = calledIn(for: id.stage)
    guard !called.isEmpty else { return nil }
    if let staff = center.desk(id)?.staff { return called.first { $0.staff == staff } }
    let seated = Set(center.desks.compactMap(\.staff))
    var waiting: [Duty] = []
    for duty in called where !seated.contains(duty.staff) && !waiting.contains(where: { $0.staff == duty.staff }) {
      waiting.append(duty)
    }
    let empty = center.desks.filter { $0.id.stage == id.stage && $0.staff == nil && isFree($0.id) }
    guard let place = empty.firstIndex(where: { $0.id == id }), place < waiting.count else { return nil }
    return waiting[place]
  }

  /// Whoever was called in sits down at a desk that stands empty.
  mutating func seatCalledIn(_ stage: Stage) {
    guard !calledIn(for: stage).isEmpty else { return }
    for desk in center.desks where desk.id.stage == stage && desk.staff == nil {
      if calledIn(at: desk.id, isFree: { !isStaffed($0) }) != nil { reconcile(desk.id) }
    }
  }
}
