import ArgumentParser
import Glibc
import Journal

/// Where the journal, the keys and the drafts of a center stand: every command that works on them asks alike.
struct DataFolder: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: ArgumentHelp("The data folder; else JPC_DATA, else $XDG_DATA_HOME/jpc.", valueName: "DIR"))
  var given: String?

  /// `--data`, else `JPC_DATA`, else `$XDG_DATA_HOME/jpc`, else `~/.local/share/jpc`.
  ///
  /// XDG_DATA_HOME counts only as an absolute path, as its specification wants it.
  func path() throws(Failure) -> String {
    if let given {
      guard !given.isEmpty else { throw .usage("--data names no folder; name one, or leave the option out") }
      return given
    }
    if let own = variable("JPC_DATA") { return own }
    if let home = variable("XDG_DATA_HOME"), home.hasPrefix("/") { return home + "/jpc" }
    if let home = variable("HOME") { return home + "/.local/share/jpc" }
    throw .usage("there is no home folder to keep a journal in; name a folder with --data DIR")
  }
}

/// The value of an environment variable, nil where it is not set or empty.
func variable(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
}
