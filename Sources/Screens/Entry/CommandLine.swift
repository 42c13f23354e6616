package import CaseFlow

/// Reads one command line, as `jpc do` and the palette take it.
///
///     try commandLine("hold 412 interpreter", in: context)
package func commandLine(_ text: String, in context: EntryContext) throws(LineFault) -> Act {
  throw LineFault(0..<text.count, text)
}
