import Glibc

/// Where standard error goes while the screen is the board's.
enum LogFile {
  /// `$XDG_STATE_HOME/jpc/board.log`, by default in `~/.local/state`; its folder is made for its owner alone. Where
  /// there is no home to write to, what would be logged is dropped rather than written over the board.
  static func path() -> String {
    guard let state = folder() else { return "/dev/null" }
    let own = state + "/jpc"
    mkdir(state, 0o700)
    mkdir(own, 0o700)
    return access(own, W_OK) == 0 ? own + "/board.log" : "/dev/null"
  }

  private static func folder() -> String? {
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") { return state }
    return variable("HOME").map { $0 + "/.local/state" }
  }
}
