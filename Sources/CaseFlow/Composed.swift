@_spi(_Unicode) internal import Swift

extension String {
  /// The composed form (NFC), in which texts that read the same are the same bytes.
  ///
  /// The standard library has it as system interface, kept stable by its binary interface; Foundation, which offers it
  /// openly, would double the start of the program. A test holds it to known compositions.
  package var composed: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var composed = UnicodeScalarView()
    for scalar in _nfc { composed.append(scalar) }
    return String(composed)
  }
}
