internal import Crypto

/// The SHA-256 of bytes, as 64 lowercase hexadecimal digits.
///
///     digest([])  // "e3b0c44298fc1c149afbf4c8996fb924…"
package func digest(_ bytes: [UInt8]) -> String {
  let hexadecimal = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  text.reserveCapacity(64)
  for byte in SHA256.hash(data: bytes) {
    text.append(hexadecimal[Int(byte >> 4)])
    text.append(hexadecimal[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}
