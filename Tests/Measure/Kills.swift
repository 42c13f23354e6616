import Glibc

/// Cuts the power of two terminals at random points while they enter arrivals, again and again.
///
/// After each cut both start again without a question, and send once more what they had no answer for. At the end every
/// confirmed entry must be there under the number that was confirmed, none twice, and the journal must verify.
func measureKills(_ program: String, cuts: Int) -> Bool {
  guard let folder = freshCenter(program) else { return false }
  var random = SystemRandomNumberGenerator()
  var confirmed: [String: String] = [:]
  var faults = 0
  var answered = 0
  var next = [0, 0]
  let began = seconds()
  var done = 0
  while done < cuts {
    var terminals: [Coprocess] = []
    for index in 0..<2 {
      guard let child = Coprocess(program, ["do", "--stdin", "--data", folder, "--as", "op\(index)"]) else {
        print("cannot start \(program)")
        return false
      }
      terminals.append(child)
    }
    // Commands are sent ahead, so that a cut may fall anywhere: before, within, after a commit, or in the answer.
    for (index, terminal) in terminals.enumerated() {
      for offset in 0..<40 { _ = terminal.send("#t\(index)-\(next[index] + offset) arrive f+7.4 spa ven") }
    }
    let cutAt = seconds() + Double(random.next(upperBound: UInt64(60_000))) / 1e6 + 0.01
    while seconds() < cutAt { usleep(200) }
    for terminal in terminals { kill(terminal.process, SIGKILL) }
    for (index, terminal) in terminals.enumerated() {
      while let line = terminal.answer(by: seconds() + 1) {
        let words = line.split(separator: " ").map(String.init)
        guard words.count == 4, words[0] == "ACK" else {
          if !line.isEmpty { print("cut \(done): \(line)") }
          faults += 1
          continue
        }
        if let before = confirmed[words[1]], before != words[2] + " " + words[3] { faults += 1 }
        confirmed[words[1]] = words[2] + " " + words[3]
        answered += 1
        if let number = Int(words[1].split(separator: "-")[1]) { next[index] = max(next[index], number + 1) }
      }
      terminal.cutPower()
    }
    done += 2
  }
  let took = seconds() - began
  // Everything is asked for again: each must be answered as it was confirmed.
  guard let again = Coprocess(program, ["do", "--stdin", "--data", folder, "--as", "op0"]) else { return false }
  for (id, answer) in confirmed {
    guard again.send("#\(id) arrive f+7.4 spa ven"), again.answer() == "ACK \(id) \(answer)" else {
      faults += 1
      continue
    }
  }
  again.finishInput()
  _ = again.wait()
  let verified = run(program, ["verify", "--data", folder])
  print(
    "\(done) power cuts in \(text(took)) s: \(confirmed.count) entries confirmed, \(answered) answers, \(faults) faults"
  )
  print("verify: \(verified.status.map(String.init) ?? "killed") \(verified.output)")
  return faults == 0 && verified.status == 0
}

/// Several terminals enter arrivals at once: nothing may be lost, nothing doubled, no number left out.
func measureTerminals(_ program: String, terminals count: Int, arrivals: Int) -> Bool {
  guard let folder = freshCenter(program) else { return false }
  let began = seconds()
  var terminals: [Coprocess] = []
  for index in 0..<count {
    guard let child = Coprocess(program, ["do", "--stdin", "--data", folder, "--as", "op\(index)"]) else {
      return false
    }
    terminals.append(child)
  }
  // As many commands are under way as a pipe holds well: each terminal is kept busy and answers are read in turn.
  let ahead = 100
  var sent = [Int](repeating: 0, count: count)
  var received = [Int](repeating: 0, count: count)
  var firsts: Set<Int> = []
  var faults = 0
  while received.contains(where: { $0 < arrivals }) {
    for (index, terminal) in terminals.enumerated() {
      while sent[index] < arrivals, sent[index] - received[index] < ahead {
        _ = terminal.send("#w\(index)-\(sent[index]) arrive f spa")
        sent[index] += 1
      }
      while received[index] < sent[index], let line = terminal.answer(by: 0) {
        let words = line.split(separator: " ")
        if words.count == 4, words[0] == "ACK", words[1] == "w\(index)-\(received[index])", let first = Int(words[2]) {
          if !firsts.insert(first).inserted { faults += 1 }
        } else {
          if faults < 5 { print(line) }
          faults += 1
        }
        received[index] += 1
      }
    }
    usleep(500)
  }
  for terminal in terminals {
    terminal.finishInput()
    if terminal.wait() != 0 { faults += 1 }
  }
  let took = seconds() - began
  let verified = run(program, ["verify", "--data", folder])
  let status = run(program, ["status", "--format", "json", "--data", folder])
  let expected = "\"arrived\":\(count * arrivals)"
  if !status.output.contains(expected) { faults += 1 }
  print(
    "\(count) terminals x \(arrivals) arrivals in \(text(took)) s, \(text(Double(count * arrivals) / took, places: 0)) a "
      + "second: \(firsts.count) numbers given, \(faults) faults")
  print("verify: \(verified.status.map(String.init) ?? "killed") \(verified.output)")
  return faults == 0 && firsts.count == count * arrivals && verified.status == 0
}
