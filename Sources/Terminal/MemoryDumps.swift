import CTerminalRescue

/// The memory of a running program must not end up in a file.
package enum MemoryDumps {
  /// Forbids core dumps and other processes of the same user to read this one's memory, for as long as it runs.
  package static func forbid() { rescue_forbid_dumps() }
}
