#include "plan/folder/read_evaluations.h"

#include "plan/folder/yaml_read.h"

namespace laoyou::plan {
namespace {

/// The entry under `key_node` as a row; false when something of it was refused.
template <class T>
Row<T> read_entry(const YAML::Node& key_node, const YAML::Node& body, const EvaluationFile& file, Folder& folder, Refusals& refusals) {
  const std::size_t found_before = refusals.size();
  Row<T> read{{}, file.layer, file.before_place + place_of(key_node)};
  if (body.IsNull())
    refusals.push_back(at(place_of(key_node), refuse("yaml.not_a_mapping")));
  else
    read_yaml(body, read.value, refusals);
  for (const char* name : {"key", "evaluation"})
    if (body.IsMap() && stands_before<T>(name) && body[name].IsDefined()) refusals.push_back(at(place_of(body[name]), refuse("json.unknown_field", {name, ""})));
  if (refusals.size() > found_before) folder.faulty_rows.insert(read.place);
  return read;
}

}  // namespace

void read_evaluations(const YAML::Node& document, const EvaluationFile& file, Folder& folder, Refusals& refusals) {
  for_each_pair(document, refusals, [&](const std::string& key, const YAML::Node& key_node, const YAML::Node& body) {
    // The criteria are rows of their own, so that a higher layer can replace one of them.
    const YAML::Node criteria = body.IsMap() ? body["criteria"] : YAML::Node(YAML::NodeType::Undefined);
    if (criteria.IsDefined()) {
      YAML::Node rest = body;
      rest.remove("criteria");
    }
    Row<Evaluation> evaluation = read_entry<Evaluation>(key_node, body, file, folder, refusals);
    evaluation.value.key = key;
    folder.evaluations.push_back(std::move(evaluation));
    if (!criteria.IsDefined()) return;
    for_each_pair(criteria, refusals, [&](const std::string& name, const YAML::Node& name_node, const YAML::Node& described) {
      Row<Criterion> criterion = read_entry<Criterion>(name_node, described, file, folder, refusals);
      criterion.value.evaluation = key;
      criterion.value.key = name;
      folder.criteria.push_back(std::move(criterion));
    });
  });
}

}  // namespace laoyou::plan
