import CaseFlow

/// What the arrival line was understood as: what the screen says of it while it is typed.
struct ArrivalReading {
  struct Part {
    var range: Range<Int>
    var meaning: String
  }
  struct Completion {
    var range: Range<Int>
    var text: String
    var meaning: String
  }

  var parts: [Part] = []
  var summary = ""
  var missing: [String] = []
  var fault: LineFault?
  var asks: String?
  var notice: String?
  var completions: [Completion] = []
}

extension BoardModel {
  func arrivalReading(_ state: ViewState) -> ArrivalReading? { nil }
}
