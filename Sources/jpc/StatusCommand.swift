import ArgumentParser
import CaseFlow
import Journal
import Screens

/// `jpc status`: the center now, once.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Print the center as it is now.",
    discussion: "As text, the overview; as JSON, one document (jpc.status/1).")

  @OptionGroup var folder: DataFolder
  @OptionGroup var time: ClockOption

  @Option(help: ArgumentHelp("text or json.", valueName: "FORMAT"))
  var format = OutputFormat.text

  func run() throws {
    try reporting { () throws(Failure) in
      let center = try WorkingCenter(folder.path(), clock: time.clock())
      let report = StateReport(
        center: center.live.center, alarms: center.live.alarms, at: center.live.now, zone: center.live.zone,
        events: try storing { () throws(StoreError) in try center.events() })
      standardOutput(
        format == .json ? report.statusJSON(of: center.site.code) : plain(center.model, .overview) + report.summary)
    }
  }
}

extension WorkingCenter {
  /// How many records the journal holds: its numbers begin at 1, or at 0 with the people already there.
  func events() throws(StoreError) -> Int {
    let first = try live.store.records(-1, 1).first?.seq ?? 1
    return Int(max(0, live.center.seq - first + 1))
  }
}

extension StateReport {
  /// One JSON document and a line feed: the contract `jpc.status/1`.
  func statusJSON(of site: Code) -> String {
    document("jpc.status/1") { json in
      json.field("site", site.text)
      json.field("center", center.plan.name)
      json.array("buses") { json in for bus in center.openBuses { write(bus, &json) } }
      json.object("bookings") { json in
        let bookings = center.bookings(at: at)
        json.field("booked", bookings.count)
        json.field("broken", bookings.count { $0.fault != nil })
        json.field("telephoneByChoice", center.telephonedNeedlessly)
      }
      json.object("appointments") { json in
        json.field("expected", center.appointments.count { $0.party == nil && !$0.isNoShow(at: at) })
        json.field("met", center.appointments.count { $0.party != nil })
        json.field("noShows", center.appointments.count { $0.isNoShow(at: at) })
      }
    }
  }

  private func write(_ bus: Bus, _ json: inout JSONWriter) {
    json.object { json in
      json.field("bus", bus.id.number)
      json.field("announced", bus.announced)
      json.field("counted", bus.counted)
      json.field("entered", bus.entered)
    }
  }
}
