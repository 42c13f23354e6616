package import CaseFlow

/// When someone was born, as it is told: a date as far as it is known, an age, or only whether they are a child.
///
///     34          an age; the year is estimated and marked      8m       eight months old
///     05142012    a date, in the order of the center            2012     a year alone
///     c           a child, age to come                          a        an adult, age to come
package enum TypedBirth: Hashable, Sendable {
  case date(PartialDate)
  /// Whole years, and months beyond them where only months were said.
  case age(years: Int, months: Int)
  case band(AgeBand)

  /// Reads what was typed; nil when it means nothing. A bare number of up to three digits is an age.
  package init?(_ text: String, today: CivilDate, _ order: DateOrder) {
    let text = text.lowercased()
    if text == "c" || text == AgeBand.child.rawValue {
      self = .band(.child)
    } else if text == "a" || text == AgeBand.adult.rawValue {
      self = .band(.adult)
    } else if let age = TypedBirth.age(text) {
      self = age
    } else if text.utf8.count == 4, let year = Int(text), TypedDate.years(today).contains(year) {
      self = .date(PartialDate(year: year))
    } else if let typed = TypedDate(text, today: today, order), text.utf8.count != 4 || text.first == "-" {
      self = .date(typed.date)
    } else {
      return nil
    }
  }

  private static func age(_ text: String) -> TypedBirth? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard 1...3 ~= digits.utf8.count, let number = Int(digits) else { return nil }
    switch text.dropFirst(digits.count) {
    case "", "y": return .age(years: number, months: 0)
    case "m": return .age(years: number / 12, months: number % 12)
    default: return nil
    }
  }
}

extension TypedBirth {
  /// As it stands in its field: read again, it means the same.
  package var text: String {
    switch self {
    case .date(let date): date.text
    case .age(let years, let months): months > 0 ? "\(years * 12 + months)m" : "\(years)"
    case .band(let band): band.rawValue
    }
  }

  /// Completed years on a day, or nil when only the band is known. Of two possible ages the lower: no guess makes a
  /// child an adult.
  package func years(on day: CivilDate) -> Int? {
    switch self {
    case .age(let years, _): return years
    case .band: return nil
    case .date(let date):
      guard let last = date.days?.upperBound else { return nil }
      let years = day.year - last.year - ((day.month, day.day) < (last.month, last.day) ? 1 : 0)
      return max(0, years)
    }
  }

  /// As the vault keeps it: the date, or the year that an age makes likely; empty when neither is known.
  package func birthDate(on day: CivilDate) -> (text: String, isEstimated: Bool) {
    switch self {
    case .date(let date): return (date.text, false)
    case .age(let years, let months):
      guard months > 0 else { return ("\(day.year - years)", true) }
      let count = day.year * 12 + day.month - 1 - years * 12 - months
      return (PartialDate(year: count / 12, month: count % 12 + 1).text, true)
    case .band: return ("", false)
    }
  }

  /// Whether the person counts as a child on a day.
  package func band(on day: CivilDate) -> AgeBand {
    if case .band(let band) = self { return band }
    return years(on: day).map { $0 < 18 ? .child : .adult } ?? .adult
  }

  /// The first day it may mean, for telling that it is still to come.
  var earliest: CivilDate? {
    if case .date(let date) = self { return date.days?.lowerBound }
    return nil
  }
}
