internal import Yams

/// One YAML text, read strictly: no anchors, aliases, tags, merge keys, repeated keys or second documents.
///
///     let document = try YAMLDocument(parsing: bytes, file: "center.yaml", faults: sink)
///     let root = YAMLValue(document.root, file: "center.yaml")
///     let center = YAMLFieldReader.read(CenterFile.self, from: root, faults: sink)
///     sink.all  // every fault, in the order of the text
///
/// What makes the text unreadable is thrown; everything else goes to the sink.
package struct YAMLDocument {
  /// The largest file taken.
  package static let bytesMax = 1 << 20
  /// How deep lists and mappings may nest.
  package static let depthMax = 32

  /// The outermost piece.
  package let root: YAMLNode

  /// Reads a text; `file` is what its faults call it.
  package init(parsing bytes: [UInt8], file: String? = nil, faults: FaultSink) throws(Fault) {
    let source = try YAMLSource(bytes, file: file)
    do {
      // The basic resolver turns nothing into numbers or dates; keys compare as text, scalars stay as written.
      let parser = try Parser(yaml: String(decoding: bytes, as: UTF8.self), resolver: .basic, encoding: .utf8)
      let node = try parser.singleRoot()
      guard let node else { throw source.fault(at: 0, "is empty") }
      // Nodes refer to their anchors weakly and the parser owns them.
      root = withExtendedLifetime(parser) { Converter(source: source, faults: faults).node(node, depth: 0) }
    } catch let error as YamlError {
      throw Self.fault(error, in: source)
    } catch let fault as Fault {
      throw fault
    } catch {
      throw source.fault(at: 0, "could not be read")
    }
  }

  private static func fault(_ error: YamlError, in source: YAMLSource) -> Fault {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let isTab = source.byte(line: mark.line, column: mark.column) == Byte.tab
      return Fault(
        file: source.file, line: mark.line, column: mark.column,
        message: isTab ? "a tab may not indent; use spaces" : plain(problem))
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      let again = source.repeated(key, after: context.mark.line, column: context.mark.column)
      let message = "key given twice: \(key)" + (again == nil ? "" : " (first on line \(context.mark.line))")
      return Fault(
        file: source.file, line: again ?? context.mark.line, column: context.mark.column, message: message)
    default: return source.fault(at: 0, "could not be read as YAML")
    }
  }

  /// Names the parser's problem in the words of this house where it has them.
  private static func plain(_ problem: String) -> String {
    switch problem {
    case "but found another document": "only one document is allowed"
    case "found undefined alias": "aliases (*name) are not allowed"
    case let problem where problem.hasPrefix("Maximum nesting level"): "nested deeper than \(depthMax) levels"
    default: "not YAML: \(problem)"
    }
  }
}

/// Copies the parser's nodes into ours, noting what this house does not allow.
private struct Converter {
  let source: YAMLSource
  let faults: FaultSink

  func node(_ node: Node, depth: Int) -> YAMLNode {
    var result = YAMLNode(
      kind: .scalar("", isPlain: true), line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    // Neither an anchored node nor one too deep is entered, so that aliases cannot multiply and depth is bounded.
    if node.anchor != nil {
      refuse(result, "anchors (&name) and aliases (*name) are not allowed")
      return result
    }
    guard depth <= YAMLDocument.depthMax else {
      refuse(result, "nested deeper than \(YAMLDocument.depthMax) levels")
      return result
    }
    switch node {
    case .scalar(let scalar): result.kind = self.scalar(scalar, at: result)
    case .sequence(let sequence):
      refuseTag(sequence.tag, at: result)
      result.kind = .sequence(sequence.map { self.node($0, depth: depth + 1) })
    case .mapping(let mapping):
      refuseTag(mapping.tag, at: result)
      result.kind = .mapping(mapping.map { pair($0.key, $0.value, depth: depth + 1) })
    case .alias: refuse(result, "aliases (*name) are not allowed")
    }
    return result
  }

  private func refuse(_ node: YAMLNode, _ message: String) {
    faults.add(Fault(file: source.file, line: node.line, column: node.column, message: message))
  }

  private func pair(_ key: Node, _ value: Node, depth: Int) -> YAMLNode.Pair {
    let pair = YAMLNode.Pair(key: node(key, depth: depth), value: node(value, depth: depth))
    if pair.key.text == nil {
      refuse(pair.key, "a key must be text")
    } else if pair.key.plainText == "<<" {
      refuse(pair.key, "merge keys (<<) are not allowed")
    }
    return pair
  }

  private func scalar(_ scalar: Node.Scalar, at place: YAMLNode) -> YAMLNode.Kind {
    refuseTag(scalar.tag, at: place)
    if scalar.style == .doubleQuoted, source.escapesControl(line: place.line, column: place.column) {
      refuse(place, "control character in text")
    } else {
      for character in scalar.string.unicodeScalars where character != "\n" {
        if let refusal = TextRules.refusal(ofScalar: character.value) { refuse(place, "\(refusal)") }
      }
    }
    return .scalar(scalar.string, isPlain: scalar.style == .plain || scalar.style == .any)
  }

  /// Implicit tags are empty until a key is compared, which the basic resolver turns into the default tag.
  private func refuseTag(_ tag: Tag, at place: YAMLNode) {
    let isWritten = source.byte(line: place.line, column: place.column) == UInt8(ascii: "!")
    if isWritten || !tag.rawValue.isEmpty && !tag.rawValue.hasPrefix("tag:yaml.org,2002:") {
      refuse(place, "tags (!name) are not allowed")
    }
  }
}
