import Alarms
import CaseFlow
import Journal
import Screens

/// A report as one JSON document: the contract `jpc.report/1`.
struct ReportDocument {
  let kind: String
  let folded: ReportSource.Folded
  let figures: PeriodFigures
  let zone: ZoneOffsets

  init(_ kind: String, _ folded: ReportSource.Folded, _ figures: PeriodFigures, _ zone: ZoneOffsets) {
    self.kind = kind
    self.folded = folded
    self.figures = figures
    self.zone = zone
  }

  /// The document and a line feed. Lengths of time are seconds in fields that end in `_s`; what is not known is null.
  var json: String {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", "jpc.report/1")
      json.field("kind", kind)
      json.field("center", folded.center.plan.name)
      json.field("timezone", zone.name)
      json.field("from", text(figures.from))
      json.field("until", text(figures.until))
      json.field("inCharge", folded.board.charge?.who.text)
      json.field("rules", folded.center.rules.code.text)
      write(figures.before, "before", &json)
      write(figures.after, "after", &json)
      json.array("rows") { json in for row in figures.rows { write(row, &json) } }
      json.array("stages") { json in for stage in figures.stages { write(stage, &json) } }
      json.array("outcomes") { json in
        for outcome in figures.outcomes {
          json.object { json in
            json.field("outcome", outcome.exit.rawValue)
            json.field("cases", outcome.cases)
            json.field("people", outcome.people)
          }
        }
      }
      write(figures.stay, "stay", &json)
      json.array("transfers") { json in for transfer in figures.transfers { write(transfer, &json) } }
      json.array("breaches") { json in for breach in figures.breaches { write(breach, &json) } }
      json.array("ledger") { json in for breach in figures.ledger { write(breach, &json) } }
      json.array("alarms") { json in for alarm in figures.alarms { write(alarm, &json) } }
      write(figures.alarmFigures, &json)
      json.array("crises") { json in for crisis in figures.crises { write(crisis, &json) } }
      json.array("blanks") { json in for blank in figures.blanks { write(blank, &json) } }
      if kind == ReportCommand.Kind.shift.rawValue { writeHandOver(&json) }
    }
    return json.text + "\n"
  }

  private func text(_ instant: Instant?) -> String? { instant.map { zone.text($0.milliseconds) } }

  private static func seconds(_ span: Span) -> Double { Double(span.milliseconds) / 1_000 }
}

// People.
extension ReportDocument {
  private func write(_ counts: Counts, _ name: String, _ json: inout JSONWriter) {
    json.object(name) { json in
      for (key, count) in [
        ("onRoll", counts.onRoll), ("onSite", counts.onSite), ("away", counts.away), ("unplaced", counts.unplaced),
        ("carriedIn", counts.carriedIn), ("arrived", counts.arrived), ("released", counts.released),
        ("returned", counts.returned), ("transferred", counts.transferred), ("departed", counts.departed),
      ] { json.field(key, count) }
    }
  }

  private func write(_ row: RowFigures, _ json: inout JSONWriter) {
    json.object { json in
      json.field("row", row.row.rawValue)
      json.field("cases", row.cases)
      json.field("people", row.people)
      json.field("waiting", row.waiting)
      json.field("oldest_s", row.oldest?.wholeSeconds)
    }
  }

  private func write(_ stage: PeriodFigures.StagePeriod, _ json: inout JSONWriter) {
    json.object { json in
      json.field("stage", stage.stage.rawValue)
      write(stage.waits, "waits", &json)
      write(stage.services, "services", &json)
      json.field("people", stage.people)
    }
  }

  private func write(_ spread: PeriodFigures.Spread, _ name: String, _ json: inout JSONWriter) {
    json.object(name) { json in
      json.field("cases", spread.count)
      json.field("median_s", spread.median.map(Self.seconds))
      json.field("p90_s", spread.p90.map(Self.seconds))
    }
  }

  private func write(_ transfer: PeriodFigures.CustodyTransfer, _ json: inout JSONWriter) {
    json.object { json in
      json.field("outcome", transfer.exit.rawValue)
      json.field("to", transfer.destination?.rawValue ?? transfer.to?.text)
      json.field("cases", transfer.cases)
      json.field("people", transfer.people)
      json.field("unconfirmed", transfer.unconfirmed)
    }
  }

  private func write(_ blank: PeriodFigures.Blank, _ json: inout JSONWriter) {
    json.object { json in
      json.field("field", blank.field.rawValue)
      json.field("arrived", blank.arrived)
      json.field("onRoll", blank.onRoll)
    }
  }
}

// Rules and alarms.
extension ReportDocument {
  /// A line of the ledger: of a clock since it ran out, of another rule since it was broken.
  private func write(_ line: LedgerLine, _ json: inout JSONWriter) {
    json.object { json in
      switch line.matter {
      case .clock(let kind): json.field("clock", kind.rawValue)
      case .rule(let kind): json.field("rule", kind.rawValue)
      case .separation(let reason): json.field("separation", reason.rawValue)
      }
      json.field("case", line.caseID.number)
      json.field("since", text(line.since))
      json.field("ended", text(line.ended))
      json.field("over_s", line.late(at: figures.until).wholeSeconds)
      json.field("cause", line.cause?.rawValue)
      json.field("by", line.by?.text)
    }
  }

  private func write(_ alarm: Alarm, _ json: inout JSONWriter) {
    json.object { json in
      json.field("threshold", alarm.threshold)
      json.field("level", alarm.level.rawValue)
      json.field("raised", text(alarm.raised))
      json.field("acknowledged", text(alarm.acknowledged))
      json.field("acknowledgedBy", alarm.acknowledgedBy?.text)
      json.field("answer_s", alarm.acknowledged.map { ($0 - alarm.raised).wholeSeconds })
      json.field("cleared", text(alarm.cleared))
    }
  }

  private func write(_ figures: AlarmFigures, _ json: inout JSONWriter) {
    json.object("alarmFigures") { json in
      json.field("raised", figures.raised)
      json.field("anHour", Double(figures.tenthsAnHour) / 10)
      json.field("mostInTenMinutes", figures.mostInTenMinutes)
      json.field("acknowledged", figures.acknowledged)
      json.field("escalated", figures.escalated)
      json.field("medianAnswer_s", figures.medianAnswer?.wholeSeconds)
      json.array("frequent") { json in
        for count in figures.frequent {
          json.object { json in
            json.field("threshold", count.threshold)
            json.field("raised", count.raised)
          }
        }
      }
      json.array("standing") { json in for alarm in figures.standing { json.string(alarm.threshold) } }
      json.array("chattering") { json in for name in figures.chattering { json.string(name) } }
    }
  }

  private func write(_ crisis: Crisis, _ json: inout JSONWriter) {
    json.object { json in
      json.field("proposed", text(crisis.proposed))
      json.field("declared", text(crisis.declared))
      json.field("by", crisis.declaredBy?.text)
      json.field("inCharge", crisis.charge?.text)
      json.field("ended", text(crisis.ended))
      json.field("endedBy", crisis.endedBy?.text)
      for (name, ticks) in [("taken", crisis.taken), ("done", crisis.done)] {
        json.array(name) { json in for tick in ticks { write(tick, &json) } }
      }
    }
  }

  private func write(_ tick: ActionTick, _ json: inout JSONWriter) {
    json.object { json in
      json.field("card", tick.card.text)
      json.field("line", tick.line)
      json.field("at", text(tick.at))
      json.field("by", tick.by.text)
    }
  }

  private func writeHandOver(_ json: inout JSONWriter) {
    let sheet = ReportWriter(folded.center, folded.board, zone, until: folded.until)
    json.object("handOver") { json in
      json.array("signatures") { json in
        for signature in sheet.signatures {
          json.object { json in
            json.field("side", signature.side.rawValue)
            json.field("by", signature.by.text)
            json.field("at", text(signature.at))
          }
        }
      }
      json.array("onDuty") { json in
        for duty in sheet.listed {
          json.object { json in
            json.field("staff", duty.staff.text)
            json.field("role", duty.role.rawValue)
            json.field("until", text(duty.until))
          }
        }
      }
      json.array("clocks") { json in for clock in sheet.nearClocks { write(clock, &json) } }
      json.array("separations") { json in
        for separation in folded.center.separations {
          json.object { json in
            json.field("from", separation.from.number)
            json.field("to", separation.to.number)
            json.field("reason", separation.reason.rawValue)
            json.field("since", text(separation.since))
          }
        }
      }
      json.array("withoutReceiver") { json in for item in sheet.withoutReceiver { json.integer(item.id.number) } }
      json.array("arrivalAwaited") { json in for item in sheet.awaited { json.integer(item.id.number) } }
      writeSilenced(&json)
      writePromises(&json)
    }
  }

  private func write(_ clock: LegalClock, _ json: inout JSONWriter) {
    json.object { json in
      json.field("clock", clock.kind.rawValue)
      json.field("case", clock.caseID.number)
      json.field("due", text(clock.due))
      json.field("left_s", clock.left(at: folded.until).wholeSeconds)
      json.field("atLeast", clock.isAtLeast)
    }
  }

  private func writeSilenced(_ json: inout JSONWriter) {
    json.array("shelved") { json in
      for shelf in folded.board.shelves where shelf.ended == nil {
        json.object { json in
          json.field("threshold", shelf.threshold)
          json.field("by", shelf.by.text)
          json.field("until", text(shelf.until))
          json.field("reason", shelf.reason.rawValue)
        }
      }
    }
    json.array("outOfService") { json in for name in folded.board.withdrawals.map(\.threshold) { json.string(name) } }
    json.array("reserves") { json in
      for order in folded.board.reserves {
        json.object { json in
          json.field("reserve", order.reserve.text)
          json.field("by", order.by.text)
          json.field("at", text(order.at))
        }
      }
    }
  }

  private func writePromises(_ json: inout JSONWriter) {
    json.array("promises") { json in
      for promise in folded.center.promises where promise.keptAt == nil {
        json.object { json in
          json.field("promise", promise.id.number)
          json.field("text", promise.text)
          json.field("by", promise.by.text)
          json.field("due", text(promise.due))
        }
      }
    }
  }
}
