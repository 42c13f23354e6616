import ArgumentParser
import Glibc
import Journal

/// The passphrase that seals a backup of keys: asked on the terminal, or read from a file; never an argument, which
/// every process of the machine could read.
struct PassphraseOption: ParsableArguments {
  @Option(help: ArgumentHelp("Read the passphrase from the first line of this file.", valueName: "FILE"))
  var passphraseFile: String?

  /// Bytes of a passphrase, above what any has.
  static let bytesMax = 1_024

  /// The passphrase of keys that are there.
  func known() throws(Failure) -> String { try ask(twice: false) }

  /// A new passphrase, long enough; typed twice, since a slip would lock the keys away for good.
  func new() throws(Failure) -> String {
    let passphrase = try ask(twice: true)
    guard KeyFile.passphraseLength ~= passphrase.count else {
      throw .usage("a passphrase has \(KeyFile.passphraseLength.lowerBound) characters or more; nothing was written")
    }
    return passphrase
  }

  private func ask(twice: Bool) throws(Failure) -> String {
    if let passphraseFile { return try PassphraseOption.firstLine(of: passphraseFile) }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else {
      throw .usage("there is no terminal to ask for the passphrase; name a file with --passphrase-file")
    }
    defer { close(terminal) }
    let typed = try SecretLine.ask("Passphrase of the keys: ", terminal)
    if twice, try SecretLine.ask("Once more: ", terminal) != typed {
      throw .usage("the two passphrases are not the same; nothing was written")
    }
    return typed
  }

  private static func firstLine(of file: String) throws(Failure) -> String {
    let bytes = try reading { () throws(ReadError) in try FileBytes.readText(file, bytesMax: bytesMax) }
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    guard !line.isEmpty, let text = String(validating: line, as: UTF8.self) else {
      throw Failure(sentence: "\(file): its first line holds no passphrase", status: 65)
    }
    return text
  }
}

/// A line typed on a terminal that shows nothing of it.
private enum SecretLine {
  /// Keys that a line knows beside its text.
  private enum Control {
    static let interrupt: UInt8 = 3
    static let endOfInput: UInt8 = 4
    static let backspace: UInt8 = 8
    static let eraseLine: UInt8 = 21
    static let delete: UInt8 = 127
  }

  static func ask(_ question: String, _ terminal: Int32) throws(Failure) -> String {
    var before = termios()
    guard tcgetattr(terminal, &before) == 0 else {
      throw .usage("the terminal does not answer; name a file with --passphrase-file")
    }
    // Signals wait until the terminal is as it was: one that ended the program here would leave it mute.
    var waiting = sigset_t()
    var mask = sigset_t()
    sigemptyset(&waiting)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP] { sigaddset(&waiting, signal) }
    pthread_sigmask(SIG_BLOCK, &waiting, &mask)
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    tcsetattr(terminal, TCSAFLUSH, &silent)
    defer {
      tcsetattr(terminal, TCSAFLUSH, &before)
      pthread_sigmask(SIG_SETMASK, &mask, nil)
    }
    show(question, terminal)
    defer { show("\n", terminal) }
    return try line(terminal)
  }

  private static func line(_ terminal: Int32) throws(Failure) -> String {
    var bytes: [UInt8] = []
    while true {
      var byte: UInt8 = 0
      let count = read(terminal, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1, byte != Control.interrupt, byte != Control.endOfInput else {
        throw .usage("no passphrase was given; nothing was written")
      }
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        guard !bytes.isEmpty, let text = String(validating: bytes, as: UTF8.self) else {
          throw .usage("no passphrase was given; nothing was written")
        }
        return text
      case Control.backspace, Control.delete:
        while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
      case Control.eraseLine: bytes.removeAll()
      default: if bytes.count < PassphraseOption.bytesMax { bytes.append(byte) }
      }
    }
  }

  private static func show(_ text: String, _ terminal: Int32) {
    let bytes = Array(text.utf8)
    _ = write(terminal, bytes, bytes.count)
  }
}
