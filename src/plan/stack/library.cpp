#include "plan/stack/library.h"

#include <algorithm>

#include "plan/stack/check_plan.h"
#include "plan/stack/check_procedures.h"
#include "plan/stack/register_field.h"
#include "plan/stack/run_examples.h"

namespace laoyou::plan {
namespace {

namespace files = std::filesystem;

/// Reads a folder and the layers it stands on, lowest first. `open` holds the plans being read, to find a circle.
class LayerReader {
 public:
  LayerReader(Refusals& refusals, const regions::RegionTree& regions) : refusals_(refusals), regions_(regions) {}

  std::vector<Folder> read(const files::path& path, std::vector<std::string> open = {}) {
    Folder folder = read_folder(path, refusals_);
    // By its folder, not by the key in it: a wrong key must not hide a circle.
    open.push_back(path.filename().string());
    std::vector<Folder> layers;
    for (const std::string& lower : folder.head.value.extends) {
      const files::path beside = path.parent_path() / lower;
      if (std::find(open.begin(), open.end(), lower) != open.end()) {
        refusals_.push_back(at(folder.head_place("extends"), refuse("plan.circle", {lower})));
        folder.layers_unknown = true;
      } else if (lower.empty() || lower.find_first_of("/.") != std::string::npos || !files::exists(beside / "plan.yaml")) {
        refusals_.push_back(at(folder.head_place("extends"), refuse("plan.unknown_layer", {lower})));
        folder.layers_unknown = true;
      } else {
        for (Folder& layer : read(beside, open))
          if (!has_layer(layers, layer.head.layer)) layers.push_back(std::move(layer));
      }
    }
    const Refusals found = check_folder(folder, layers, regions_);
    refusals_.insert(refusals_.end(), found.begin(), found.end());
    layers.push_back(std::move(folder));
    return layers;
  }

 private:
  static bool has_layer(const std::vector<Folder>& layers, const std::string& key) {
    return std::any_of(layers.begin(), layers.end(), [&](const Folder& layer) { return layer.head.layer == key; });
  }

  Refusals& refusals_;
  const regions::RegionTree& regions_;
};

files::path named(const files::path& folder) { return folder.has_filename() ? folder : folder.parent_path(); }

files::path absolute_folder(const files::path& folder) {
  // "plans/karamay/", "." and ".." name a folder too.
  const files::path clean = folder.lexically_normal();
  return clean.filename().empty() || clean.filename() == "." || clean.filename() == ".." ? named(files::absolute(clean).lexically_normal()) : clean;
}

/// Examples that speak of rules, records, fields or values that are not there are faults of the plan.
void check_examples(LoadedPlan& loaded) {
  for (const Example* example : own_examples(loaded.plan)) {
    const auto prepared = prepare(loaded.plan, *example);
    if (prepared) continue;
    const Refusals found = prepared.error();
    loaded.refusals.insert(loaded.refusals.end(), found.begin(), found.end());
  }
}

/// The plan without its book.
LoadedPlan read_plan(const files::path& folder, const regions::RegionTree& regions) {
  LoadedPlan loaded;
  const std::vector<Folder> layers = LayerReader(loaded.refusals, regions).read(absolute_folder(folder));
  if (loaded.refusals.empty()) loaded.plan = stack(layers);
  return loaded;
}

/// Rules are checked as they will run, all layers together: a rule of the city may read one of the nation, or replace it.
void check_rules(LoadedPlan& loaded, std::shared_ptr<const registry::FactsLayout> layout) {
  if (!loaded.refusals.empty()) return;
  const rules::Schema schema = registry::schema_for(*layout, extensions(loaded.plan));
  loaded.plan.facts_layout = std::move(layout);
  auto book = rules::check(book_source(loaded.plan), schema);
  if (book)
    loaded.plan.book = *book;
  else
    loaded.refusals = book.error();
  if (book) check_examples(loaded);
  check_procedures(loaded.plan, schema, loaded.refusals);
}

std::vector<const Plan*> good_plans(const std::vector<LoadedPlan>& all) {
  std::vector<const Plan*> good;
  for (const LoadedPlan& loaded : all)
    if (loaded.refusals.empty()) good.push_back(&loaded.plan);
  return good;
}

}  // namespace

LoadedPlan load_plan(const files::path& folder, const regions::RegionTree& regions) {
  LoadedPlan loaded = read_plan(folder, regions);
  check_rules(loaded, std::make_shared<const registry::FactsLayout>(extensions(loaded.plan)));
  return loaded;
}

std::shared_ptr<const Plan> Library::find(std::string_view key) const {
  const auto found = plans.find(key);
  return found == plans.end() ? nullptr : found->second;
}

std::vector<const powers::Role*> Library::roles_of(RegionCode region) const {
  // Folders stand on each other, so that one row is met through many plans; the nearest layer's stays.
  std::vector<std::pair<RegionLevel, const powers::Role*>> held;
  for (const auto& [key, plan] : plans) {
    for (const Row<powers::Role>& row : plan->content.roles) {
      const RegionCode of_layer = plan->layer_regions.at(row.layer);
      if (!of_layer.contains(region)) continue;
      const auto known = std::find_if(held.begin(), held.end(), [&](const auto& each) { return each.second->role == row.value.role; });
      if (known == held.end())
        held.emplace_back(of_layer.level(), &row.value);
      else if (of_layer.level() > known->first)
        *known = {of_layer.level(), &row.value};
    }
  }
  std::vector<const powers::Role*> roles;
  for (const auto& [level, role] : held) roles.push_back(role);
  return roles;
}

const powers::Role* Library::find_role(std::string_view code, RegionCode region) const {
  for (const powers::Role* role : roles_of(region))
    if (role->role == code) return role;
  return nullptr;
}

CheckedResult<std::shared_ptr<const Library>> load_library(const files::path& plans, std::shared_ptr<const registry::FactsLayout> running) {
  std::vector<files::path> folders;
  if (files::exists(plans / "plan.yaml")) {
    folders.push_back(plans);
  } else if (files::is_directory(plans)) {
    for (const auto& entry : files::directory_iterator(plans))
      if (files::exists(entry.path() / "plan.yaml")) folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
  }
  if (folders.empty()) return Refusals{at(plans.string() + ":1:1", refuse("plan.no_folder"))};
  auto library = std::make_shared<Library>();
  std::vector<regions::Region> added;
  Refusals refusals;
  std::vector<LoadedPlan> all;
  for (const files::path& folder : folders) all.push_back(read_plan(folder, library->regions));
  library->facts_layout = running ? std::move(running) : std::make_shared<const registry::FactsLayout>(extensions(good_plans(all)));
  for (LoadedPlan& loaded : all) {
    check_rules(loaded, library->facts_layout);
    for (const Refusal& refusal : loaded.refusals)
      if (std::find(refusals.begin(), refusals.end(), refusal) == refusals.end()) refusals.push_back(refusal);
    if (!loaded.refusals.empty()) continue;
    for (const auto& row : loaded.plan.content.regions) added.push_back({row.value.code, row.value.name, true, row.value.note.value_or("")});
    std::string key = loaded.plan.content.head.value.plan;
    library->plans.emplace(std::move(key), std::make_shared<const Plan>(std::move(loaded.plan)));
  }
  if (!refusals.empty()) return refusals;
  library->regions = library->regions.with(added);
  return std::shared_ptr<const Library>(std::move(library));
}

}  // namespace laoyou::plan
