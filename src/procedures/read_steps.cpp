#include "procedures/read_parts.h"

namespace laoyou::procedures {
namespace {

Passing read_passing(Mapping& term) {
  Passing passing;
  const YAML::Node node = term.member("passed");
  if (!node.IsDefined()) return passing;
  passing.place = term.reading().place(node);
  if (node.IsScalar()) {
    if (node.Scalar() != "remind") term.reading().refuse_at(node, refuse("enum.unknown", {node.Scalar(), "remind, {escalate: …}, {decide: …}"}));
    return passing;
  }
  Mapping mapping(node, term.reading());
  if (const auto level = mapping.level("escalate")) {
    passing.what = Passing::What::escalate;
    passing.level = level;
  } else {
    passing.what = Passing::What::decide;
    passing.decision = mapping.text("decide", true);
  }
  passing.origin = mapping.origin();
  mapping.finish();
  return passing;
}

std::optional<Term> read_term(Mapping& part) {
  const YAML::Node node = part.member("term");
  if (!node.IsDefined()) return std::nullopt;
  Term term;
  term.place = part.reading().place(node);
  if (node.IsScalar()) {
    const auto length = part.length("term");
    term.within = length.value_or(Length{1});
    return term;
  }
  Mapping mapping(node, part.reading());
  term.within = mapping.length("within", true).value_or(Length{1});
  const std::string from = mapping.text("from");
  term.from_submission = from == "submission";
  if (!from.empty() && from != "submission" && from != "step") mapping.reading().refuse_at(mapping.member("from"), refuse("enum.unknown", {from, "step, submission"}));
  term.remind = mapping.length("remind");
  term.passing = read_passing(mapping);
  mapping.in("extend", [&](Mapping& extend) {
    term.extension = Extension{extend.length("by", true).value_or(Length{1}), extend.text("who", true), extend.number("times", 1), extend.origin(), extend.place()};
  });
  term.origin = mapping.origin();
  mapping.finish();
  return term;
}

RegisterChange read_change(Mapping& mapping) {
  RegisterChange change;
  change.place = mapping.place();
  change.record = mapping.text("record", true);
  change.field = mapping.text("of");
  mapping.each_value("set", [&](const YAML::Node& key, const YAML::Node& value) { change.settings.push_back({key.Scalar(), mapping.reading().places.of(value), -1}); });
  return change;
}

Decision read_decision(const std::string& key, Mapping& mapping) {
  Decision decision;
  decision.key = key;
  decision.place = mapping.place();
  decision.name = mapping.label(key);
  decision.next = mapping.text("next");
  decision.ending = mapping.text("ending");
  decision.offices = mapping.texts("who");
  decision.reasons = read_reasons(mapping);
  decision.needs_text = mapping.yes("needs_text");
  decision.document = mapping.text("document");
  decision.no_document = mapping.text("no_document");
  mapping.each_of_list("changes", [&](Mapping& change) { decision.changes.push_back(read_change(change)); });
  decision.carries_out = mapping.text("carries_out");
  mapping.in("publishes", [&](Mapping& list) { decision.publishes = PublicList{list.label("publishes"), list.texts("shows"), list.place()}; });
  decision.origin = mapping.origin();
  return decision;
}

Part read_part(const std::string& key, Mapping& mapping, bool split, Form& form) {
  Part part;
  part.key = key;
  part.place = mapping.place();
  if (split) {
    part.name = mapping.label(key);
    part.when = read_condition(mapping, "when", form);
  }
  part.office = mapping.text("who");
  part.reads = mapping.texts("reads");
  part.term = read_term(mapping);
  return part;
}

void read_joining(Mapping& mapping, Step& step) {
  const std::string joined = mapping.text("joined");
  step.lead = mapping.text("lead");
  if (joined.empty() || joined == "all") return;
  if (joined == "any")
    step.joining = Step::Joining::any;
  else if (joined == "lead")
    step.joining = Step::Joining::lead;
  else
    mapping.reading().refuse_at(mapping.member("joined"), refuse("enum.unknown", {joined, "all, any, lead"}));
}

Asking read_asking(Mapping& mapping) {
  Asking asking;
  asking.place = mapping.place();
  asking.name = mapping.label("ask");
  asking.within = mapping.length("within", true).value_or(Length{1});
  asking.times = mapping.number("times", 1);
  asking.ending = mapping.text("ending", true);
  asking.document = mapping.text("document");
  asking.reasons = read_reasons(mapping);
  asking.origin = mapping.origin();
  return asking;
}

Step read_step(const std::string& key, Mapping& mapping, Form& form) {
  Step step;
  step.key = key;
  step.place = mapping.place();
  step.name = mapping.label(key);
  step.help = mapping.words("help");
  step.when = read_condition(mapping, "when", form);
  step.otherwise = mapping.text("otherwise");
  mapping.in("publish", [&](Mapping& notice) { step.notice = Notice{notice.length("within", true).value_or(Length{1}), notice.texts("shows"), notice.origin(), notice.place()}; });
  if (mapping.has("parallel")) {
    mapping.each("parallel", [&](const std::string& name, Mapping& part) { step.parts.push_back(read_part(name, part, true, form)); });
    read_joining(mapping, step);
  } else if (!step.notice) {
    step.parts.push_back(read_part(key, mapping, false, form));
    step.parts.back().name = step.name;
  }
  mapping.in("ask", [&](Mapping& ask) { step.asking = read_asking(ask); });
  mapping.each("decides", [&](const std::string& name, Mapping& decision) { step.decisions.push_back(read_decision(name, decision)); });
  step.transferable = mapping.yes("transfer");
  step.records = mapping.text("records");
  step.origin = mapping.origin();
  return step;
}

}  // namespace

std::vector<Reason> read_reasons(Mapping& mapping) {
  std::vector<Reason> reasons;
  mapping.each("reasons", [&](const std::string& key, Mapping& reason) { reasons.push_back({key, reason.label(key), reason.text("source")}); });
  return reasons;
}

void read_steps(Mapping& file, Procedure& procedure) {
  file.each("steps", [&](const std::string& key, Mapping& step) { procedure.steps.push_back(read_step(key, step, procedure.form)); });
}

}  // namespace laoyou::procedures
