/// A UNHCR specific-needs code: something that requires particular notice, not a priority by itself.
///
/// Source: UNHCR guidance IOM 030/FOM 030-2009, annex 2; the DS codes have since been revised.
package struct Need: Hashable, Comparable, Sendable {
  /// The position in `Need.table`.
  package let index: UInt8

  package var code: String { Need.table[Int(index)].code }
  package var label: String { Need.table[Int(index)].label }

  package static func < (a: Need, b: Need) -> Bool { a.index < b.index }

  /// The need of a code such as `SM-CC`, or nil.
  package init?(code: String) {
    guard let index = Need.table.firstIndex(where: { $0.code == code }) else { return nil }
    self.index = UInt8(index)
  }

  init(index: UInt8) { self.index = index }
}

extension Need: Scalar {
  package static var form: ScalarForm { .word { table.map(\.code) } }
  package init() { index = 0 }
  package init?(token: Token) {
    guard case .text(let text) = token else { return nil }
    self.init(code: text)
  }
  package var token: Token { .text(code) }
}

/// The needs of one person; "not asked" differs from "asked, none".
package struct NeedSet: Hashable, Sendable {
  package var asked = false
  private var bits: UInt128 = 0

  package init() {}

  package init(asked: Bool, _ needs: [Need]) {
    self.asked = asked
    for need in needs { bits |= 1 << UInt128(need.index) }
  }

  package var isEmpty: Bool { bits == 0 }
  package func contains(_ need: Need) -> Bool { bits & (1 << UInt128(need.index)) != 0 }
  /// Whether any need of `others` is among these.
  package func meets(_ others: NeedSet) -> Bool { bits & others.bits != 0 }
  package mutating func insert(_ need: Need) { bits |= 1 << UInt128(need.index) }
  /// The needs in the order of the table.
  package var all: [Need] {
    get {
      var (found, rest): ([Need], UInt128) = ([], bits)
      while rest != 0 {
        found.append(Need(index: UInt8(rest.trailingZeroBitCount)))
        rest &= rest - 1
      }
      return found
    }
    set { self = NeedSet(asked: asked, newValue) }
  }
}

extension Need {
  /// Class P0: life-threatening or critical medical.
  package static let critical = NeedSet(asked: true, ["SM-CC"].compactMap(Need.init(code:)))
  /// Class P2: very young children and pregnancy (by age and these codes), severe disability, older person
  /// unable to self-care, torture, sexual violence, risk of refoulement, victims of trafficking.
  package static let vulnerable = NeedSet(
    asked: true,
    [
      "SM-DP", "WR-LC", "CR-TP", "DS-PS", "DS-MS", "ER-FR", "SV", "SV-VA", "SV-VF", "SV-VO", "SV-GM", "SV-HP", "SV-HK",
      "SV-FM", "SV-SS", "TR", "TR-PI", "TR-HO", "TR-WV", "LP-RR", "LP-AN",
    ].compactMap(Need.init(code:)))

  /// Whoever has one of these may need medicines on the way.
  package static let medical = NeedSet(
    asked: true, table.map(\.code).filter { $0.hasPrefix("SM") }.compactMap(Need.init(code:)))

  /// Every code with its label, in the order of the source.
  package static let table: [(code: String, label: String)] = [
    ("CR", "Child at risk"),
    ("CR-CP", "Child parent"),
    ("CR-CS", "Child spouse"),
    ("CR-CC", "Child carer"),
    ("CR-TP", "Teenage pregnancy"),
    ("CR-LW", "Child engaged in worst forms of child labor"),
    ("CR-LO", "Child engaged in other forms of child labor"),
    ("CR-NE", "Child at risk of not attending school"),
    ("CR-SE", "Child with special education needs"),
    ("CR-AF", "Child associated with armed forces or groups"),
    ("CR-CL", "Child in conflict with the law"),
    ("SC", "Unaccompanied or separated child"),
    ("SC-SC", "Separated child"),
    ("SC-UC", "Unaccompanied child"),
    ("SC-CH", "Child-headed household"),
    ("SC-IC", "Child in institutional care"),
    ("SC-FC", "Child in foster care"),
    ("WR", "Woman at risk"),
    ("WR-WR", "Woman at risk"),
    ("WR-SF", "Single woman at risk"),
    ("WR-LC", "Lactation"),
    ("ER", "Older person at risk"),
    ("ER-NF", "Single older person"),
    ("ER-MC", "Older person with children"),
    ("ER-FR", "Older person unable to care for self"),
    ("SP", "Single parent or caregiver"),
    ("SP-PT", "Single HR - parent"),
    ("SP-GP", "Single HR - grandparent"),
    ("SP-CG", "Single HR - caregiver"),
    ("DS", "Disability"),
    ("DS-BD", "Visual impairment (including blindness)"),
    ("DS-DF", "Hearing impairment (including deafness)"),
    ("DS-PM", "Physical disability - moderate"),
    ("DS-PS", "Physical disability - severe"),
    ("DS-MM", "Mental disability - moderate"),
    ("DS-MS", "Mental disability - severe"),
    ("DS-SD", "Speech impairment/disability"),
    ("SM", "Serious medical condition"),
    ("SM-MI", "Mental illness"),
    ("SM-MN", "Malnutrition"),
    ("SM-DP", "Difficult pregnancy"),
    ("SM-CI", "Chronic illness"),
    ("SM-CC", "Critical medical condition"),
    ("SM-OT", "Other medical condition"),
    ("SM-AD", "Addiction"),
    ("FU", "Family unity"),
    ("FU-TR", "Tracing required"),
    ("FU-FR", "Family reunification required"),
    ("LP", "Specific legal and physical protection needs"),
    ("LP-ND", "No legal documentation"),
    ("LP-BN", "Unmet basic needs"),
    ("LP-NA", "No access to services"),
    ("LP-MM", "Mixed marriage"),
    ("LP-MD", "Multiple displacements"),
    ("LP-RR", "At risk of refoulement"),
    ("LP-RD", "At risk of removal"),
    ("LP-DA", "Detained in country of asylum"),
    ("LP-DO", "Detained in country of origin"),
    ("LP-DT", "Detained elsewhere"),
    ("LP-IH", "In hiding"),
    ("LP-WP", "Absence of witness protection"),
    ("LP-AN", "Violence, abuse or neglect"),
    ("LP-RP", "At risk due to profile"),
    ("LP-MS", "Marginalized from society/community"),
    ("LP-LS", "Lack of durable solutions prospects"),
    ("LP-AP", "Alleged perpetrator"),
    ("LP-CR", "Criminal record"),
    ("LP-ST", "Security threat to UNHCR/partner staff"),
    ("LP-AF", "Formerly associated with armed forces/groups"),
    ("TR", "Torture"),
    ("TR-PI", "Psychological/physical impairment due to torture"),
    ("TR-HO", "Forced to egregious acts"),
    ("TR-WV", "Witness of violence to other"),
    ("SV", "SGBV"),
    ("SV-VA", "Victim/survivor of SGBV in country of asylum"),
    ("SV-VF", "Victim/survivor of SGBV during flight"),
    ("SV-VO", "Victim/survivor of SGBV in country of origin"),
    ("SV-GM", "Female genital mutilation"),
    ("SV-HP", "Harmful traditional practices"),
    ("SV-HK", "Threat of honour killing/violence"),
    ("SV-FM", "Forced/early marriage"),
    ("SV-SS", "Survival sex"),
  ]
}
