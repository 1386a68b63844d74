#include "procedures/read_parts.h"

namespace laoyou::procedures {
namespace {

void read_documents(Mapping& file, Procedure& procedure) {
  file.each("documents", [&](const std::string& key, Mapping& mapping) {
    procedure.documents.push_back({key, mapping.label(key), mapping.rule("text"), mapping.origin(), mapping.place()});
    if (procedure.documents.back().text.text.empty()) file.reading().refusals.push_back(at(mapping.place(), refuse("json.missing_field", {"text"})));
  });
}

void read_remedies(Mapping& file, Procedure& procedure) {
  file.each("remedies", [&](const std::string& key, Mapping& mapping) {
    Remedy remedy;
    remedy.key = key;
    remedy.place = mapping.place();
    remedy.name = mapping.label(key);
    remedy.procedure = mapping.text("procedure");
    remedy.to = mapping.words("to");
    remedy.within = mapping.length("within", true).value_or(Length{1});
    remedy.endings = mapping.texts("of");
    remedy.origin = mapping.origin();
    procedure.remedies.push_back(std::move(remedy));
  });
}

/// A walk is played by the plan check: under `given` values it must come to the `ending`, or stand at the `step`.
void read_examples(Mapping& file, Procedure& procedure) {
  file.each_of_list("examples", [&](Mapping& mapping) {
    ExampleWalk walk;
    walk.place = mapping.place();
    mapping.each_value("given", [&](const YAML::Node& key, const YAML::Node& value) {
      walk.given_names.push_back(file.reading().places.of(key));
      walk.given_values.push_back(file.reading().places.of(value));
    });
    const YAML::Node acts = mapping.member("acts");
    if (acts.IsDefined() && acts.IsSequence())
      for (const auto& act : acts)
        if (mapping.scalar(act)) walk.acts.push_back(file.reading().places.of(act));
    walk.ending = mapping.text("ending");
    walk.step = mapping.text("step");
    procedure.examples.push_back(std::move(walk));
  });
}

}  // namespace

void read_aftermath(Mapping& file, Procedure& procedure) {
  file.each("endings", [&](const std::string& key, Mapping& mapping) { procedure.endings.push_back({key, mapping.label(key), mapping.yes("good"), mapping.place()}); });
  read_documents(file, procedure);
  file.in("withdraw", [&](Mapping& mapping) {
    procedure.withdrawing = Withdrawing{mapping.text("ending", true), mapping.texts("not_in"), mapping.text("document"), mapping.origin(), mapping.place()};
  });
  file.in("suspend", [&](Mapping& mapping) { procedure.suspending = Suspending{read_reasons(mapping), mapping.origin(), mapping.place()}; });
  file.in("merge", [&](Mapping& mapping) { procedure.merging = Merging{mapping.text("ending", true), mapping.place()}; });
  read_remedies(file, procedure);
  file.in("rating", [&](Mapping& mapping) {
    procedure.rating = Rating{mapping.number("low", 2), mapping.length("call_back", true).value_or(Length{1}), mapping.text("who", true), mapping.origin(), mapping.place()};
  });
  file.in("decides_about", [&](Mapping& mapping) { procedure.decides_about = DecidedRecord{mapping.text("record", true), mapping.text("of", true), mapping.place()}; });
  read_examples(file, procedure);
}

}  // namespace laoyou::procedures
