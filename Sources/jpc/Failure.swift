import ArgumentParser
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
  init(_ error: TerminalError) { self.init(sentence: "\(error) Try --plain.", status: 64) }

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

/// Writes one line to standard error.
func standardError(_ line: String) { write(line + "\n", to: STDERR_FILENO) }

/// Writes text to standard output; a reader who has gone (a closed pipe) ends the writing, not the program's say.
func standardOutput(_ text: String) { write(text, to: STDOUT_FILENO) }

private func write(_ text: String, to descriptor: Int32) {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    if count <= 0 { return }
    rest = rest.dropFirst(count)
  }
}
