import CaseFlow
import Screens

extension BoardAction {
  /// What a key asks to record of alarms, crises and cards, as `by` answers; nil for a key that asks for something else.
  func answer(by: Code) -> Event? {
    switch self {
    case .acknowledge(let threshold): return .alarmAcknowledged(AlarmAnswered(threshold))
    case .answer(let answer): return answer.event
    case .declareCrisis: return .crisisDeclared(CrisisAnswered(by))
    case .standDown: return .crisisStoodDown(CrisisAnswered(by))
    case .tick(let card, let line, let undone):
      var done = LineAnswered()
      done.card = card
      done.line = line + 1
      done.undone = undone
      return .actionDone(done)
    case .takeLine(let card, let line, let undone):
      var taken = LineAnswered()
      taken.card = card
      taken.line = line + 1
      taken.undone = undone
      return .actionTaken(taken)
    case .order(let reserve, let undone):
      var order = ReserveOrdered()
      order.reserve = reserve
      order.undone = undone
      return .reserveOrdered(order)
    case .takeCharge: return .chargeTaken(CrisisAnswered(by))
    default: return nil
    }
  }
}
