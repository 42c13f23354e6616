package import CaseFlow
internal import Crypto

extension Vault {
  /// Seals what somebody has typed and not entered, names in it included, for a file in `drafts/`.
  ///
  /// It is sealed with the center's key, since nobody has a number yet: erasing a person does not reach it. What has
  /// been entered or given up is to be removed.
  package func sealDraft(_ draft: some Described) -> [UInt8] {
    var writer = JSONFieldWriter(zone: .utc)
    writer.object(draft)
    var bytes = DetailBytes.padded(writer.json.bytes)
    defer { bytes.wipe() }
    return sealBytes(bytes)
  }

  /// The draft of sealed bytes, or nil when they are torn, of another center, or hold what no text may hold.
  package func openDraft<Draft: Described>(_ type: Draft.Type, _ sealed: [UInt8]) -> Draft? {
    guard var bytes = openBytes(sealed) else { return nil }
    defer { bytes.wipe() }
    return DetailBytes.read(type, bytes)
  }
}

extension CenterKey {
  private static let saltBytes = 16

  /// Seals bytes that belong to nobody yet: every time with a key of its own, drawn from the center's, because drafts
  /// are sealed at every pause of a hand, and random nonces under one key run out.
  func sealDraft(_ plain: [UInt8]) -> [UInt8] {
    let salt = randomBytes(Self.saltBytes)
    return salt + encrypt(plain, with: draftKey(salt), draftContext)
  }

  func openDraft(_ sealed: [UInt8]) -> [UInt8]? {
    decrypt(Array(sealed.dropFirst(Self.saltBytes)), with: draftKey(Array(sealed.prefix(Self.saltBytes))), draftContext)
  }

  private var draftContext: [UInt8] { Array("jpc draft ".utf8) + id }

  private func draftKey(_ salt: [UInt8]) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(inputKeyMaterial: key, salt: salt, info: draftContext, outputByteCount: Self.keyBytes)
  }
}
