internal import CaseFlow
internal import Crypto
internal import FoundationEssentials
internal import Glibc

/// The key of a center, which wraps the keys of its people, and the number that tells its key file from every other.
///
/// Both levels are AES-GCM with 256-bit keys and random nonces. What is sealed is tied to the key file and to the
/// person: bytes moved to another person, or from another center, do not open.
struct CenterKey {
  let id: [UInt8]
  let key: SymmetricKey

  static let idBytes = 16
  static let keyBytes = 32
  /// The first byte of sealed details, for a format that may follow.
  private static let version: UInt8 = 1

  /// A new key; the machine's generator is the one source of keys that cannot be an input.
  static func random() -> CenterKey {
    CenterKey(id: randomBytes(idBytes), key: SymmetricKey(size: .bits256))
  }

  /// A key kept before, or nil when the bytes are none.
  init?(id: [UInt8], key: [UInt8]) {
    guard id.count == Self.idBytes, key.count == Self.keyBytes else { return nil }
    self.init(id: id, key: SymmetricKey(data: key))
  }

  private init(id: [UInt8], key: SymmetricKey) {
    self.id = id
    self.key = key
  }

  /// A new key of a person, wrapped.
  func newKey(of person: PersonID) -> KeyRow {
    var bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
    defer { bytes.wipe() }
    return KeyRow(person: person, wrapped: encrypt(bytes, with: key, context("key", person)))
  }

  /// The key of a row, or nil when it was destroyed.
  func unwrap(_ row: KeyRow, _ file: String) throws(StoreError) -> SymmetricKey? {
    guard let wrapped = row.wrapped else { return nil }
    guard var bytes = decrypt(wrapped, with: key, context("key", row.person)) else {
      throw .damaged(file: file, why: JournalSentences.keyDamaged(row.person))
    }
    defer { bytes.wipe() }
    return SymmetricKey(data: bytes)
  }

  /// Seals bytes of a person with their own key.
  func seal(_ plain: [UInt8], of person: PersonID, with key: SymmetricKey) -> [UInt8] {
    [Self.version] + encrypt(plain, with: key, context("details", person))
  }

  /// The bytes that were sealed, unless they were changed or belong to somebody else.
  func open(
    _ sealed: [UInt8], of person: PersonID, with key: SymmetricKey, _ file: String
  ) throws(StoreError) -> [UInt8] {
    guard sealed.first == Self.version,
      let plain = decrypt(Array(sealed.dropFirst()), with: key, context("details", person))
    else { throw .damaged(file: file, why: JournalSentences.detailsDamaged(person)) }
    return plain
  }

  /// What is authenticated beside the bytes: what they are, of which center, of whom.
  private func context(_ kind: String, _ person: PersonID) -> [UInt8] {
    Array("jpc \(kind) \(person.number) ".utf8) + id
  }
}

/// Seals bytes with AES-GCM under a random nonce: nonce, bytes, tag.
func encrypt(_ plain: [UInt8], with key: SymmetricKey, _ context: [UInt8]) -> [UInt8] {
  // Sealing fails for keys of a length that AES does not have, and for gigabytes; there are neither.
  guard let box = try? AES.GCM.seal(plain, using: key, authenticating: context), let bytes = box.combined else {
    preconditionFailure("AES-GCM did not seal")
  }
  return Array(bytes)
}

/// The bytes that were sealed, or nil when the key or the context is another or a bit was changed.
func decrypt(_ sealed: [UInt8], with key: SymmetricKey, _ context: [UInt8]) -> [UInt8]? {
  guard let box = try? AES.GCM.SealedBox(combined: sealed),
    var data = try? AES.GCM.open(box, using: key, authenticating: context)
  else { return nil }
  let plain = Array(data)
  data.resetBytes(in: 0..<data.count)
  return plain
}

/// Bytes that nobody can foresee.
func randomBytes(_ count: Int) -> [UInt8] {
  var generator = SystemRandomNumberGenerator()
  return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
}

extension [UInt8] {
  /// Overwrites what must not stay in memory; the array keeps its length.
  mutating func wipe() {
    withUnsafeMutableBytes { bytes in
      if let start = bytes.baseAddress { explicit_bzero(start, bytes.count) }
    }
  }
}
