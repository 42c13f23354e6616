/// A text in small letters without accents, blanks, hyphens and apostrophes: how names of languages and countries are
/// compared.
package func foldedName(_ text: some StringProtocol) -> String {
  var folded = String.UnicodeScalarView()
  for scalar in text.lowercased().unicodeScalars {
    if scalar.isASCII {
      if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) { folded.append(scalar) }
    } else if scalar.properties.isAlphabetic {
      folded.append(plain(scalar))
    }
  }
  return String(folded)
}

/// `e` for `é`: the letter that the Unicode name of a Latin letter with a mark names.
private func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  let before = "LATIN SMALL LETTER "
  guard let name = scalar.properties.name, name.hasPrefix(before), name.contains(" WITH ") else { return scalar }
  return name.dropFirst(before.count).lowercased().unicodeScalars.first ?? scalar
}
