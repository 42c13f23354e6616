import ArgumentParser
import CaseFlow
import Glibc
import Journal
import Terminal

/// A failure as its user meets it: one line that says what is wrong, where and what to do, and an exit status
/// after sysexits.
struct Failure: Error {
  let sentence: String
  let status: Int32

  static func usage(_ sentence: String) -> Failure { Failure(sentence: sentence, status: 64) }
}

extension Failure {
  init(_ error: ReadError) { self.init(sentence: error.description, status: error.exitStatus) }
  init(_ error: WriteError) { self.init(sentence: error.description, status: error.exitStatus) }
  init(_ error: StoreError) { self.init(sentence: error.description, status: error.exitStatus) }
  init(_ error: TerminalError) { self.init(sentence: "\(error) Try --plain.", status: 64) }

  init(_ error: ActError) {
    switch error {
    case .refused(let refusal, _): self.init(sentence: refusal.sentence, status: 1)
    case .store(let error): self.init(error)
    }
  }

  /// Prints the sentence on standard error, whatever it quotes made printable, and ends the command with its status.
  var exit: ExitCode {
    standardError("jpc: \(sentence.printable)")
    return ExitCode(status)
  }
}

/// Runs a command's body and turns its failure into one line and an exit status.
func reporting(_ body: () throws(Failure) -> Void) throws {
  do throws(Failure) { try body() } catch { throw error.exit }
}

/// Runs `body`, whose read errors become failures.
func reading<Value>(_ body: () throws(ReadError) -> Value) throws(Failure) -> Value {
  do throws(ReadError) { return try body() } catch { throw Failure(error) }
}

/// Runs `body`, whose write errors become failures.
func writing<Value>(_ body: () throws(WriteError) -> Value) throws(Failure) -> Value {
  do throws(WriteError) { return try body() } catch { throw Failure(error) }
}

/// Runs `body`, whose store errors become failures.
func storing<Value>(_ body: () throws(StoreError) -> Value) throws(Failure) -> Value {
  do throws(StoreError) { return try body() } catch { throw Failure(error) }
}

/// Writes one line to standard error.
func standardError(_ line: String) { write(line + "\n", to: STDERR_FILENO) }

/// Writes text to standard output; a reader who has gone (a closed pipe) ends the writing, not the program's say.
/// Answers whether all of it was written.
@discardableResult
func standardOutput(_ text: String) -> Bool { write(text, to: STDOUT_FILENO) }

@discardableResult
private func write(_ text: String, to descriptor: Int32) -> Bool {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    if count <= 0 { return false }
    rest = rest.dropFirst(count)
  }
  return true
}
