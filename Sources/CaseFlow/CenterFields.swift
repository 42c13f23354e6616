// How a center's plan stands in the center file and in the header of a recording.

extension CenterPlan: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("name", &name)
    f.field("code", &code)
    f.field("timezone", &timezone)
    f.field("rules", &rules)
    f.field("dailyIntake", &dailyIntake, usual: 0)
    f.field("areas", &areas, most: Limit.areas)
    f.field("stages", &stages, most: Stage.allCases.count)
    f.field("languages", &languages, most: 200)
    f.field("receivers", &receivers, most: 200)
    f.field("consulates", &consulates, most: 200)
    f.field("priorityNeeds", &priorityNeeds, most: Need.table.count)
    f.field("familiesFirst", &familiesFirst, usual: false)
    f.field("stayNorm", &stayNorm, usual: 72)
    f.field("model", &model)
  }
}

extension Desk: Described {
  package init() { self.init(id: DeskID()) }

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("desk", &id)
    f.field("staff", &staff)
    f.field("languages", &languages, most: 10)
    f.field("serving", &serving)
    f.field("changed", &changedAt)
  }
}

extension AreaPlan: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("code", &code)
    f.field("name", &name)
    f.field("kind", &kind)
    f.field("capacity", &capacity)
  }
}

extension Capacity: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("physical", &physical)
    f.field("safe", &safe)
    f.field("staffed", &staffed)
    f.field("reserve", &reserve, usual: 0)
    f.field("held", &held, usual: 0)
    f.field("outOfOrder", &outOfOrder, usual: 0)
  }
}

extension StagePlan: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("stage", &stage)
    f.field("desks", &desks)
    f.field("service", &service)
    f.field("staffedByHour", &staffedByHour, most: 24)
  }
}

extension ServiceTime: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("shape", &shape, usual: .lognormal)
    f.field("meanMinutes", &meanMinutes)
    f.field("variation", &variation, usual: 0.5)
  }
}

extension LanguagePlan: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("code", &code)
    f.field("name", &name)
    f.field("aliases", &aliases, most: 20)
    f.field("spokenByStaff", &spokenByStaff, usual: false)
    f.field("interpreters", &interpreters, usual: 0)
    f.field("lines", &lines, usual: 0)
  }
}

extension ReceiverPlan: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("code", &code)
    f.field("name", &name)
    f.field("kind", &kind)
    f.field("places", &places)
    f.field("opens", &opens, usual: 0)
    f.field("closes", &closes, usual: 24)
    f.field("wayMinutes", &wayMinutes, usual: 0)
    f.field("takes", &takes, most: CaseKind.allCases.count)
    f.field("languages", &languages, most: 50)
  }
}

extension ReceiverTakes: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("kind", &kind)
    f.field("places", &places)
    f.field("sex", &sex)
  }
}

extension ConsulatePlan: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("nation", &nation)
    f.field("documentHours", &documentHours)
  }
}

extension ModelPlan: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("arrivalsPerHour", &arrivalsPerHour, most: 24)
    f.field("batchMean", &batchMean, usual: 1)
    f.field("childrenAlone", &childrenAlone, usual: 0.015)
    f.field("positive", &positive, usual: 0.72)
    f.field("closed", &closed, usual: 0.05)
    f.field("waived", &waived, usual: 0.35)
    f.field("reversed", &reversed, usual: 0.28)
    f.field("lice", &lice, usual: 65)
    f.field("scabies", &scabies, usual: 29)
    f.field("erReferral", &erReferral, usual: 9)
    f.field("influenzaLike", &influenzaLike, usual: 3.7)
    f.field("tbRuleOut", &tbRuleOut, usual: 3)
    f.field("varicella", &varicella, usual: 0.5)
  }
}
