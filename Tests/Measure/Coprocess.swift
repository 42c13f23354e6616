import Glibc

/// A program spoken to line by line, as a script or a scanner speaks to `jpc do --stdin`.
final class Coprocess {
  let process: pid_t
  private var input: Int32
  private let output: Int32
  private var pending: [UInt8] = []

  /// Starts a program with pipes for its input and output.
  init?(_ program: String, _ arguments: [String]) {
    var toChild: [Int32] = [0, 0]
    var fromChild: [Int32] = [0, 0]
    guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else { return nil }
    for descriptor in toChild + fromChild { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toChild[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], STDOUT_FILENO)
    let arguments = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for text in arguments { free(text) } }
    var pid: pid_t = 0
    let status = posix_spawn(&pid, program, &actions, nil, arguments, environ)
    close(toChild[0])
    close(fromChild[1])
    input = toChild[1]
    output = fromChild[0]
    process = pid
    guard status == 0 else { return nil }
  }

  deinit {
    finishInput()
    close(output)
  }

  /// Sends a line; false when nobody listens any more.
  func send(_ line: String) -> Bool {
    var rest = Array((line + "\n").utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// The next whole line of the answer, or nil when there is none by `deadline` or ever.
  func answer(by deadline: Double = .infinity) -> String? {
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: pending[..<end], as: UTF8.self)
        pending.removeSubrange(...end)
        return line
      }
      let left = deadline - seconds()
      var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, left == .infinity ? -1 : Int32(max(0, left * 1_000).rounded(.up))) > 0 else { return nil }
      var bytes = [UInt8](repeating: 0, count: 65_536)
      let count = read(output, &bytes, bytes.count)
      guard count > 0 else { return nil }
      pending += bytes[..<count]
    }
  }

  /// Tells it that no more lines will come.
  func finishInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Kills it, as a power cut does, and waits until it is gone.
  func cutPower() {
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  /// Waits for its own end and answers its exit status, or nil when a signal ended it.
  func wait() -> Int32? {
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }
}

/// Seconds that only go forward.
func seconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Runs a program to its end; its exit status and what it printed.
func run(_ program: String, _ arguments: [String]) -> (status: Int32?, output: String) {
  guard let child = Coprocess(program, arguments) else { return (nil, "") }
  var output = ""
  while let line = child.answer() { output += line + "\n" }
  return (child.wait(), output)
}

/// A fresh data folder with a center in it, or nil and a word why not.
func freshCenter(_ program: String) -> String? {
  // A disk in memory shows what the program costs; a real one, what its users wait for.
  let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  var template = Array("\(parent)/jpc-measure-XXXXXX".utf8CString)
  guard let made = mkdtemp(&template) else { return nil }
  let folder = String(cString: made) + "/data"
  let created = run(program, ["init", "--center", "Fixtures/centers/large.yaml", "--data", folder])
  guard created.status == 0 else {
    print("jpc init failed: \(created.output)")
    return nil
  }
  return folder
}
