import CaseFlow

// What a field of the form takes, said while nothing stands in it.
extension Wording.Form {
  /// One line for the field under the cursor, or empty where its name says it all.
  static func takes(_ field: FormField, _ order: DateOrder) -> String {
    switch field {
    case .arrivedAt, .bookIn: "1405 today, 15/0310 on the 15th, -1 2230 yesterday, now"
    case .language, .secondLanguage, .nationality: "a code, or a name as far as it is only one; ^O lists them"
    case .sex: "f female, m male, x"
    case .birth:
      "an age 34 or 8m, a date \(order == .dayFirst ? "14052012" : "05142012") or may 2012, c child, a adult, ? unknown"
    case .tie: "p partner, c child, r relative, n none stated: what they are to the first person"
    case .relation: "gm grandmother, gf grandfather, au aunt, un uncle, si sister, br brother; ^O lists them"
    case .document: "typed, or scanned: a scan fills names, birth and nationality too"
    case .needs: "p pregnant, b baby, w mobility, i ill, v wants a private talk; - asked and none"
    case .transport, .bus, .appointment, .familyName, .givenNames, .note: ""
    }
  }
}
