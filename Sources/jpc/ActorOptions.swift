import ArgumentParser
import CaseFlow
import Glibc
import Journal

/// Who acts, and who acts with them where a rule wants two.
struct ActorOptions: ParsableArguments {
  @Option(
    name: .customLong("as"), help: ArgumentHelp("Who acts; else JPC_USER, else the login name.", valueName: "NAME"))
  var actor: String?

  @Option(help: ArgumentHelp("The second person of an act that takes two.", valueName: "NAME"))
  var second: String?

  /// Who acts. A journal names everybody who wrote in it, so nobody is made up: without a name nothing is done.
  func by() throws(Failure) -> Code { try ActingPerson.code(actor) }

  /// The second person, who must be another one.
  func other(than by: Code) throws(Failure) -> Code? {
    guard let second else { return nil }
    guard let code = Code(second) else { throw ActingPerson.noName(second, "--second") }
    if code.isSamePerson(as: by) {
      throw Failure(sentence: "--second names \(code.text), who acts already; another person must agree", status: 1)
    }
    return code
  }
}

/// The person at the keyboard.
enum ActingPerson {
  /// Who acts: the name given, else `JPC_USER`, else the login name.
  static func code(_ given: String?) throws(Failure) -> Code {
    if let code = try named(given) { return code }
    throw .usage("nobody is known to act; give a name with --as NAME")
  }

  /// Who watches a recorded day; nobody need be known for that.
  static func viewer(_ given: String?) throws(Failure) -> Code { try named(given) ?? Code("viewer") }

  private static func named(_ given: String?) throws(Failure) -> Code? {
    for (text, from) in [(given, "--as"), (variable("JPC_USER"), "JPC_USER")] {
      guard let text else { continue }
      guard let code = Code(text) else { throw noName(text, from) }
      return code
    }
    return [variable("LOGNAME"), variable("USER"), loginName()].lazy.compactMap { $0.flatMap { Code($0) } }.first
  }

  static func noName(_ text: String, _ from: String) -> Failure {
    .usage("\(from) '\(text.printable)' is not a name; give 1 to 16 letters, digits, dots, underscores or hyphens")
  }

  /// The name that the system has for whoever runs the program.
  private static func loginName() -> String? {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 4_096)
    guard getpwuid_r(geteuid(), &entry, &buffer, buffer.count, &found) == 0, let found else { return nil }
    return String(cString: found.pointee.pw_name)
  }
}
