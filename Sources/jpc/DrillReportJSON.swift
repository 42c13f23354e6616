import Alarms
import CaseFlow
import Drill
import Journal

// The score of a drill as one JSON document: the contract `jpc.drill/1`. Lengths of time are seconds in fields that end in
// `_s`; what is not known is null.
extension DrillReport {
  /// The document and a line feed.
  var json: String {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", "jpc.drill/1")
      json.field("drill", true)
      json.field("scenario", origin.scenario.code.text)
      json.field("title", origin.scenario.title)
      json.field("seed", origin.scenario.seed)
      json.field("branch", origin.branch)
      json.field("parent", origin.parent)
      json.field("from", text(score.since))
      json.field("until", text(score.until))
      json.field("over", score.isOver)
      json.field("ended", end?.rawValue)
      json.array("actions") { json in for action in score.actions { write(action, &json) } }
      json.array("alarms") { json in for alarm in score.alarms { write(alarm, &json) } }
      json.array("clocks") { json in for clock in score.clocks { write(clock, &json) } }
      json.array("waits") { json in for wait in score.waits { write(wait, &json) } }
      write(score.people, &json)
      json.array("refusals") { json in for refusal in score.refusals { write(refusal, &json) } }
      json.array("paper") { json in for refusal in score.paper { write(refusal, &json) } }
      write(score.work, &json)
      json.array("courses") { json in for course in comparison.courses { write(course, &json) } }
      json.array("findings") { json in for finding in findings { write(finding, &json) } }
    }
    return json.text + "\n"
  }

  private func text(_ instant: Instant?) -> String? { instant.map { zone.text($0.milliseconds) } }

  private func write(_ seqs: [Int64], _ name: String, _ json: inout JSONWriter) {
    json.array(name) { json in for seq in seqs { json.integer(seq) } }
  }

  private func write(_ action: ActionScore, _ json: inout JSONWriter) {
    let (word, at, late): (String, Instant?, Span?) =
      switch action.state {
      case .toCome: ("toCome", nil, nil)
      case .open: ("open", nil, nil)
      case .done(let at): ("done", at, nil)
      case .late(let at, let by): ("late", at, by)
      case .missed: ("missed", nil, nil)
      case .before: ("before", nil, nil)
      }
    json.object { json in
      json.field("action", action.action.code.text)
      json.field("title", action.action.title)
      json.field("role", action.action.role.rawValue)
      json.field("inject", action.action.inject?.text)
      json.field("opens", text(action.opens))
      json.field("due", text(action.due))
      json.field("state", word)
      json.field("at", text(at))
      json.field("late_s", late?.wholeSeconds)
      write(action.evidence, "evidence", &json)
    }
  }

  private func write(_ alarm: AlarmScore, _ json: inout JSONWriter) {
    let (word, at, late): (String, Instant?, Span?) =
      switch alarm.state {
      case .open: ("open", nil, nil)
      case .taken(let at): ("taken", at, nil)
      case .late(let at, let by): ("late", at, by)
      case .missed: ("missed", nil, nil)
      case .lapsed(let at): ("lapsed", at, nil)
      case .simulated(let at): ("simulated", at, nil)
      }
    json.object { json in
      json.field("threshold", alarm.alarm.threshold)
      json.field("level", alarm.alarm.level.rawValue)
      json.field("raised", text(alarm.alarm.raised))
      json.field("due", text(alarm.due))
      json.field("state", word)
      json.field("at", text(at))
      json.field("late_s", late?.wholeSeconds)
      json.field("evidence", alarm.evidence.map { Int($0) })
    }
  }

  private func write(_ clock: ClockScore, _ json: inout JSONWriter) {
    json.object { json in
      json.field("clock", clock.kind.rawValue)
      json.field("met", clock.met)
      json.array("ranOut") { json in for item in clock.breached { json.integer(Int64(item.number)) } }
      json.field("overBefore", clock.over)
    }
  }

  private func write(_ wait: WaitScore, _ json: inout JSONWriter) {
    json.object { json in
      json.field("stage", wait.stage.rawValue)
      json.field("class", wait.level.label)
      json.field("cases", wait.cases)
      json.field("median_s", wait.median?.wholeSeconds)
      json.field("longest_s", wait.longest.wholeSeconds)
      json.field("longestCase", wait.longestCase.map { Int($0.number) })
    }
  }

  private func write(_ people: PeopleScore, _ json: inout JSONWriter) {
    json.object("people") { json in
      for (key, count) in [
        ("arrived", people.arrived), ("released", people.released), ("returned", people.returned),
        ("transferred", people.transferred), ("departed", people.departed), ("onRoll", people.onRoll),
        ("unplaced", people.unplaced),
      ] { json.field(key, count) }
    }
  }

  private func write(_ refusal: RefusalScore, _ json: inout JSONWriter) {
    json.object { json in
      json.field("rule", refusal.rule.rawValue)
      json.field("guard", refusal.rule.isGuard)
      json.array("cases") { json in for item in refusal.cases { json.integer(Int64(item.number)) } }
      write(refusal.evidence, "evidence", &json)
    }
  }

  private func write(_ work: WorkScore, _ json: inout JSONWriter) {
    json.object("work") { json in
      json.field("entries", work.entries)
      json.field("keys", work.keys)
      json.field("keysAnEntry", work.tenthsAnEntry.map { Double($0) / 10 })
      write(work.corrections, "corrections", &json)
      write(work.undone, "undone", &json)
    }
  }

  private func write(_ course: DrillCourse, _ json: inout JSONWriter) {
    json.object { json in
      switch course.name {
      case .branch(let number): json.field("branch", number)
      case .doingNothing: json.field("doingNothing", true)
      }
      json.array("hours") { json in
        for hour in course.hours {
          json.object { json in
            json.field("from", text(hour.from))
            json.field("until", text(hour.until))
            json.field("waiting", hour.waiting)
            json.field("longest_s", hour.longest?.wholeSeconds)
            json.object("longest") { json in
              for level in PriorityClass.allCases {
                if let wait = hour.waits[level] { json.field("\(level.label)_s", wait.wholeSeconds) }
              }
            }
            json.field("met", hour.met)
            json.field("ranOut", hour.breaches)
            json.field("alarms", hour.alarms)
            json.field("released", hour.released)
            json.field("corrections", hour.corrections)
          }
        }
      }
    }
  }

  private func write(_ finding: DrillFinding, _ json: inout JSONWriter) {
    json.object { json in
      json.field("kind", finding.kind == .strength ? "strength" : "gap")
      json.field("capability", finding.capability)
      json.field("text", finding.text)
      write(finding.evidence, "evidence", &json)
    }
  }
}
