import CaseFlow
import Glibc
import Journal

/// Who watches: a code made of the name given, or of the login name.
enum ViewerName {
  static func code(_ name: String?) throws(Failure) -> Code {
    if let name {
      guard let code = Code(name) else {
        throw .usage(
          "--as '\(name.printable)' is not a name; give 1 to 16 letters, digits, dots, underscores or hyphens")
      }
      return code
    }
    for variable in ["JPC_USER", "LOGNAME", "USER"] {
      if let value = getenv(variable).map({ String(cString: $0) }), let code = Code(value) { return code }
    }
    return Code("viewer")
  }

}
