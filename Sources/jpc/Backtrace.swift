import Glibc

/// The runtime's backtracer prints register memory, which may hold personal data, and waits on a terminal for
/// half a minute. It reads its settings before the program's first line, so the program starts itself again
/// with it off.
enum Backtrace {
  static func keepQuiet() {
    guard getenv("SWIFT_BACKTRACE") == nil else { return }
    setenv("SWIFT_BACKTRACE", "enable=no", 1)
    var arguments: [UnsafeMutablePointer<CChar>?] = CommandLine.arguments.map { strdup($0) }
    arguments.append(nil)
    execv("/proc/self/exe", &arguments)
    // Without /proc the program goes on as it is.
    for argument in arguments { free(argument) }
  }
}
