internal import CaseFlow
internal import Crypto
internal import CryptoExtras

/// What guessing a passphrase costs: scrypt as RFC 7914 names its parameters.
struct KeyBackupCost: Equatable {
  /// N: the memory is 128 x N x r bytes. A power of two.
  var rounds: UInt32
  /// r.
  var block: UInt32
  /// p.
  var lanes: UInt32

  /// 128 MiB and about half a second, as OWASP recommends for files.
  static let standard = KeyBackupCost(rounds: 1 << 17, block: 8, lanes: 1)
  /// The most memory that restoring takes because a file says so: more could stop an old machine.
  static let memoryBytesMax: UInt64 = 256 << 20
  /// The most work, as N x r x p: four times the standard.
  static let workMax: UInt64 = 1 << 22

  /// Whether a file may ask for this: no more memory and no more work than named, and what scrypt allows.
  var isAcceptable: Bool {
    guard rounds >= 2, rounds & (rounds - 1) == 0, (1...64).contains(block), (1...16).contains(lanes) else {
      return false
    }
    let units = UInt64(rounds) * UInt64(block)
    return units * 128 <= Self.memoryBytesMax && units * UInt64(lanes) <= Self.workMax
  }
}

/// The keys of a center in one file, sealed with a passphrase, to be kept apart from the journal's backups.
///
/// `jpc keys 2`, a line feed, N, r, p and the length of the rest as 32-bit numbers, 16 bytes of salt, 32 bytes that
/// prove passphrase and header, then the sealed keys. Numbers are big-endian.
enum KeyBackup {
  private static let mark = Array("jpc keys 2\n".utf8)
  private static let saltBytes = 16
  private static let proofBytes = 32
  private static let headerBytes = mark.count + 4 * 4 + saltBytes
  /// Two million people, and what comes with them.
  static let fileBytesMax = 256 << 20

  /// The file of some keys.
  static func encode(_ copy: KeyCopy, passphrase: String, cost: KeyBackupCost) throws(StoreError) -> [UInt8] {
    var content = contentBytes(copy)
    defer { content.wipe() }
    let salt = randomBytes(saltBytes)
    let sealedBytes = content.count + 12 + 16
    var header = mark
    for number in [cost.rounds, cost.block, cost.lanes, UInt32(clamping: sealedBytes)] { header.append(number) }
    header += salt
    let keys = try derive(passphrase, salt, cost, copy.file)
    return header + Array(HMAC<SHA256>.authenticationCode(for: header, using: keys.proof))
      + encrypt(content, with: keys.content, header)
  }

  /// The keys of a file, or why it holds none that this passphrase opens.
  static func decode(_ bytes: [UInt8], passphrase: String, file: String) throws(StoreError) -> KeyCopy {
    var reader = BytesReader(bytes)
    guard let found = reader.take(mark.count), found.elementsEqual(mark) else {
      throw .damaged(file: file, why: JournalSentences.isNoKeyBackup)
    }
    guard let rounds = reader.number(), let block = reader.number(), let lanes = reader.number(),
      let sealedBytes = reader.number(), let salt = reader.take(saltBytes), let proof = reader.take(proofBytes),
      let sealed = reader.take(Int(sealedBytes)), reader.isAtEnd
    else { throw .damaged(file: file, why: JournalSentences.isCut) }
    let cost = KeyBackupCost(rounds: rounds, block: block, lanes: lanes)
    guard cost.isAcceptable else { throw .damaged(file: file, why: JournalSentences.asksTooMuch) }
    let keys = try derive(passphrase, Array(salt), cost, file)
    let header = Array(bytes[..<headerBytes])
    guard HMAC<SHA256>.isValidAuthenticationCode(Array(proof), authenticating: header, using: keys.proof) else {
      throw .wrongPassphrase(file: file)
    }
    guard var content = decrypt(Array(sealed), with: keys.content, header) else {
      throw .damaged(file: file, why: JournalSentences.wasChanged)
    }
    defer { content.wipe() }
    guard let read = self.content(content, file) else { throw .damaged(file: file, why: JournalSentences.wasChanged) }
    return read
  }

  /// What the passphrase gives: one key that proves it, one that seals.
  private static func derive(
    _ passphrase: String, _ salt: [UInt8], _ cost: KeyBackupCost, _ file: String
  ) throws(StoreError) -> (proof: SymmetricKey, content: SymmetricKey) {
    // One keyboard composes accents, another does not.
    var secret = Array(passphrase.composed.utf8)
    defer { secret.wipe() }
    // An empty passphrase never comes here, see `KeyFile`; the library would trap on it.
    guard !secret.isEmpty,
      let key = try? KDF.Scrypt.deriveKey(
        from: secret, salt: salt, outputByteCount: 64, rounds: Int(cost.rounds), blockSize: Int(cost.block),
        parallelism: Int(cost.lanes))
    else { throw .notSaved(file: file, why: JournalSentences.noMemory) }
    return key.withUnsafeBytes { bytes in
      (SymmetricKey(data: bytes[..<32]), SymmetricKey(data: bytes[32...]))
    }
  }
}

extension KeyBackup {
  /// The center's id and key, the journal's first link and whose it is, then each person's number and wrapped key, or
  /// that it was destroyed.
  private static func contentBytes(_ copy: KeyCopy) -> [UInt8] {
    var bytes = copy.center.id
    copy.center.key.withUnsafeBytes { bytes.append(contentsOf: $0) }
    bytes += copy.owner.origin
    bytes.append(UInt32(copy.owner.name.utf8.count))
    bytes += copy.owner.name.utf8
    for row in copy.people {
      bytes.append(UInt32(bitPattern: row.person.number))
      bytes.append(UInt32(row.wrapped?.count ?? 0))
      bytes += row.wrapped ?? []
    }
    return bytes
  }

  private static func content(_ bytes: [UInt8], _ file: String) -> KeyCopy? {
    var reader = BytesReader(bytes)
    guard let id = reader.take(CenterKey.idBytes), let key = reader.take(CenterKey.keyBytes),
      let center = CenterKey(id: Array(id), key: Array(key)), let origin = reader.take(Chain.linkBytes),
      let count = reader.number(), let name = reader.take(Int(count)).flatMap({ String(validating: $0, as: UTF8.self) })
    else { return nil }
    var people: [KeyRow] = []
    while !reader.isAtEnd {
      guard let number = reader.number(), let count = reader.number(), let wrapped = reader.take(Int(count)) else {
        return nil
      }
      people.append(
        KeyRow(person: PersonID(number: Int32(bitPattern: number)), wrapped: count == 0 ? nil : Array(wrapped)))
    }
    let owner = JournalOwner(name: name, origin: Array(origin))
    return KeyCopy(file: file, owner: owner, center: center, people: people)
  }
}

/// Takes bytes from the front of others, and never more than there are.
private struct BytesReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func number() -> UInt32? { take(4).map { $0.reduce(0) { $0 << 8 | UInt32($1) } } }
}

extension [UInt8] {
  fileprivate mutating func append(_ number: UInt32) {
    for shift in [24, 16, 8, 0] { append(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
  }
}
