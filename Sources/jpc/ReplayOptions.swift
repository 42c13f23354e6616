import ArgumentParser
import CaseFlow
import Screens

/// Columns and rows, written `120x40`.
struct ScreenSize: ExpressibleByArgument, CustomStringConvertible {
  var columns: Int
  var rows: Int

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  init?(argument: String) {
    let parts = argument.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1], 1...1_000 ~= columns, 1...1_000 ~= rows else {
      return nil
    }
    self.init(columns: columns, rows: rows)
  }

  /// Without `--size`.
  static let usual = ScreenSize(columns: 120, rows: 40)

  var size: Size { Size(width: columns, height: rows) }
  var description: String { "\(columns)x\(rows)" }
  var defaultValueDescription: String { description }
}

/// What a command prints.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// The views by the names of the command line.
enum ViewName: String, ExpressibleByArgument, CaseIterable {
  case overview, reception, health, consultation, interview, review, caseManagement, leaving, childrenAlone, isolation,
    alarms, plan, places, everyone, arrive, appointments, shift, schedule, children, clocks, ledger, ready, departures,
    receivers, followUps, handover, toDo

  var board: BoardView {
    switch self {
    case .overview: .overview
    case .reception: .queue(.reception)
    case .health: .queue(.health)
    case .consultation: .queue(.consultation)
    case .interview: .queue(.interview)
    case .review: .queue(.review)
    case .caseManagement: .queue(.caseManagement)
    case .childrenAlone: .queue(.childrenAlone)
    case .isolation: .queue(.isolation)
    case .leaving: .leaving
    case .alarms: .alarms
    case .plan: .plan
    case .places: .places
    case .everyone: .found("")
    case .arrive: .arrive
    case .appointments: .appointments
    case .shift: .shift
    case .children: .children
    case .clocks: .clocks
    case .ledger: .ledger
    case .ready: .leavingList(.ready)
    case .departures: .leavingList(.departures)
    case .receivers: .leavingList(.receivers)
    case .followUps: .leavingList(.followUps)
    case .schedule: .schedule
    case .handover: .handOver
    case .toDo: .toDo
    }
  }
}
