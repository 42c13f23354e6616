import Alarms
import CaseFlow
import Journal

/// What a headless replay and `jpc status` print of a center at an instant.
struct StateReport {
  var center: Center
  var alarms: AlarmBoard
  var at: Instant
  var zone: ZoneOffsets
  /// Records applied.
  var events: Int
}

extension StateReport {
  /// SHA-256 of the canonical encoding of center, clocks and alarms: the same at an instant however it was
  /// reached.
  var digest: String { StateReport.digest(center, alarms, at: at) }

  static func digest(_ center: Center, _ alarms: AlarmBoard, at: Instant) -> String {
    var canonical = CanonicalBytes()
    alarms.encode(into: &canonical)
    return Journal.digest(center.canonicalBytes(at: at) + canonical.bytes)
  }

  /// The lines below the overview.
  var summary: String {
    let counts = center.counts
    return """

      at       \(zone.text(at.milliseconds))
      people   \(counts.carriedIn) carried in + \(counts.arrived) arrived = \(counts.onRoll) on roll + \(counts.released) \
      released + \(counts.returned) returned + \(counts.transferred) transferred + \(counts.departed) departed
      records  \(events)
      digest   \(digest)

      """
  }

  /// One JSON document of a schema and a line feed; `more` writes what is the schema's own.
  func document(_ schema: String, _ more: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", schema)
      json.field("at", zone.text(at.milliseconds))
      json.field("events", events)
      json.field("digest", digest)
      write(center.counts, &json)
      json.array("stages") { json in for stage in Stage.allCases { write(stage, &json) } }
      json.array("areas") { json in for area in center.areaFigures() { write(area, &json) } }
      json.array("alarms") { json in for alarm in alarms.alarms { write(alarm, &json) } }
      json.array("crisis") { json in for crisis in alarms.crises { write(crisis, &json) } }
      json.array("clocks") { json in
        for item in center.cases.items where item.isOnRoll {
          for clock in center.clocks(of: item, at: at) { write(clock, &json) }
        }
      }
      more(&json)
    }
    return json.text + "\n"
  }

  private func write(_ counts: Counts, _ json: inout JSONWriter) {
    json.object("counts") { json in
      json.field("onRoll", counts.onRoll)
      json.field("onSite", counts.onSite)
      json.field("away", counts.away)
      json.field("unplaced", counts.unplaced)
      json.field("carriedIn", counts.carriedIn)
      json.field("arrived", counts.arrived)
      json.field("released", counts.released)
      json.field("returned", counts.returned)
      json.field("transferred", counts.transferred)
      json.field("departed", counts.departed)
    }
  }

  private func write(_ stage: Stage, _ json: inout JSONWriter) {
    let figures = center.stageFigures(stage, at: at)
    json.object { json in
      json.field("stage", stage.rawValue)
      json.object("waiting") { json in
        json.field("cases", figures.waitingCases)
        json.field("people", figures.waitingPeople)
      }
      json.field("inService", figures.inService)
      json.field("onHold", figures.onHold)
      json.field("done", figures.done)
      json.object("wait") { json in
        json.field("oldest_s", figures.oldest?.wholeSeconds)
        json.field("median_s", figures.median.map(Self.seconds))
        json.field("p90_s", figures.p90.map(Self.seconds))
      }
      json.object("desks") { json in
        json.field("open", figures.desksOpen)
        json.field("of", figures.desks)
      }
      json.object("capacity") { json in
        json.field("usable", figures.capacity.usable)
        json.field("limitedBy", figures.capacity.limitedBy.rawValue)
        json.field("language", figures.capacity.language?.text)
        json.field("load", figures.capacity.load)
      }
    }
  }

  private func write(_ figures: AreaFigures, _ json: inout JSONWriter) {
    json.object { json in
      json.field("area", figures.area.code.text)
      json.field("kind", figures.area.kind.rawValue)
      json.field("occupied", figures.area.occupied)
      json.field("usable", figures.usable)
      json.field("limitedBy", figures.limitedBy.rawValue)
      for part in CapacityPart.allCases { json.field(part.rawValue, figures.area.capacity[part]) }
    }
  }

  private func write(_ alarm: Alarm, _ json: inout JSONWriter) {
    json.object { json in
      json.field("threshold", alarm.threshold)
      json.field("level", alarm.level.rawValue)
      json.field("raised", text(alarm.raised))
      json.field("acknowledged", text(alarm.acknowledged))
      json.field("cleared", text(alarm.cleared))
    }
  }

  private func write(_ crisis: Crisis, _ json: inout JSONWriter) {
    json.object { json in
      json.field("proposed", text(crisis.proposed))
      json.field("declared", text(crisis.declared))
      json.field("by", crisis.declaredBy?.text)
      json.field("inCharge", crisis.charge?.text)
      json.field("ended", text(crisis.ended))
    }
  }

  private func write(_ clock: LegalClock, _ json: inout JSONWriter) {
    json.object { json in
      json.field("clock", clock.kind.rawValue)
      json.field("case", clock.caseID.number)
      json.field("due", text(clock.due))
      json.field("state", clock.state(at: at).rawValue)
    }
  }

  private func text(_ instant: Instant?) -> String? { instant.map { zone.text($0.milliseconds) } }

  /// Statistics are decimal seconds.
  private static func seconds(_ span: Span) -> Double { Double(span.milliseconds) / 1_000 }
}
