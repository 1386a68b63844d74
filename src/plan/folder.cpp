#include "plan/folder.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include "plan/yaml_read.h"
#include "record/sheet_rows.h"

namespace laoyou::plan {
namespace {

namespace files = std::filesystem;

constexpr std::array<std::string_view, 13> k_files{"plan.yaml",    "clauses.csv",  "units.csv",    "figures.csv",   "indicators.yaml", "tasks.csv", "milestones.csv",
                                                   "projects.csv", "policies.csv", "standards.csv", "regions.csv", "cartogram.csv",   "README.md"};
constexpr std::array<std::string_view, 2> k_folders{"instruments", "population"};

std::string read_file(const files::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

/// Puts the path before the places of what was refused.
void take_refusals(const files::path& path, const Refusals& from, Refusals& into) {
  for (const Refusal& refusal : from) into.push_back(at(path.string() + ":", refusal));
}

class FolderReader {
 public:
  FolderReader(const files::path& path, Refusals& refusals) : path_(path), layer_(path.filename().string()), refusals_(refusals) {}

  Folder read() {
    Folder folder;
    refuse_unknown_files();
    read_head(folder.head);
    read_table("clauses.csv", folder.clauses);
    read_table("units.csv", folder.units);
    read_table("figures.csv", folder.figures);
    read_indicators(folder.indicators);
    read_table("tasks.csv", folder.tasks);
    read_table("milestones.csv", folder.milestones);
    read_table("projects.csv", folder.projects);
    read_table("policies.csv", folder.policies);
    read_table("standards.csv", folder.standards);
    read_table("regions.csv", folder.regions);
    read_table("cartogram.csv", folder.tiles);
    read_instruments(folder.instruments);
    return folder;
  }

 private:
  void refuse_unknown_files() {
    for (const auto& entry : files::directory_iterator(path_)) {
      const std::string name = entry.path().filename().string();
      const bool known = entry.is_directory() ? std::find(k_folders.begin(), k_folders.end(), name) != k_folders.end()
                                              : std::find(k_files.begin(), k_files.end(), name) != k_files.end();
      if (!known && !name.starts_with('.')) refusals_.push_back(at(entry.path().string() + ":1:1", refuse("plan.unknown_file", {name})));
    }
  }

  void read_head(Row<Head>& head) {
    const files::path file = path_ / "plan.yaml";
    head.layer = layer_;
    head.place = file.string() + ":1:1";
    if (!files::exists(file)) {
      refusals_.push_back(at(head.place, refuse("plan.missing_head")));
      return;
    }
    Refusals found;
    const auto yaml = parse_yaml(read_file(file), found);
    if (yaml) read_yaml(*yaml, head.value, found);
    if (yaml && head.value.plan != layer_)
      found.push_back(at(place_of((*yaml)["plan"].IsDefined() ? (*yaml)["plan"] : *yaml), refuse("plan.key_not_folder", {head.value.plan, layer_})));
    take_refusals(file, found, refusals_);
  }

  template <class T>
  void read_table(const char* name, Rows<T>& rows) {
    const files::path file = path_ / name;
    if (!files::exists(file)) return;
    const Result<record::Sheet> sheet = record::read_sheet(read_file(file), record::SheetFormat::csv);
    if (!sheet) {
      take_refusals(file, {sheet.error().place.empty() ? at("1:1", sheet.error()) : sheet.error()}, refusals_);
      return;
    }
    auto records = record::read_rows<T>(*sheet);
    if (!records) {
      take_refusals(file, records.error(), refusals_);
      return;
    }
    for (auto& record : *records)
      rows.push_back({std::move(record.value), layer_, file.string() + ":" + std::to_string(record.line) + ":1"});
  }

  void read_indicators(Rows<Indicator>& rows) {
    const files::path file = path_ / "indicators.yaml";
    if (!files::exists(file)) return;
    Refusals found;
    if (const auto yaml = parse_yaml(read_file(file), found)) {
      for_each_pair(*yaml, found, [&](const std::string& key, const YAML::Node& key_node, const YAML::Node& body) {
        Indicator indicator;
        indicator.key = key;
        read_yaml(body, indicator, found);
        rows.push_back({std::move(indicator), layer_, file.string() + ":" + place_of(key_node)});
      });
    }
    take_refusals(file, found, refusals_);
  }

  void read_instruments(Rows<Instrument>& rows) {
    const files::path folder = path_ / "instruments";
    if (!files::exists(folder)) return;
    std::vector<files::path> paths;
    for (const auto& entry : files::directory_iterator(folder)) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    for (const files::path& file : paths) {
      Refusals found;
      Instrument instrument;
      if (const auto yaml = parse_yaml(read_file(file), found)) read_yaml(*yaml, instrument, found);
      rows.push_back({std::move(instrument), layer_, file.string() + ":1:1"});
      take_refusals(file, found, refusals_);
    }
  }

  files::path path_;
  std::string layer_;
  Refusals& refusals_;
};

}  // namespace

Folder read_folder(const files::path& folder, Refusals& refusals) {
  const files::path clean = folder.has_filename() ? folder : folder.parent_path();
  if (!files::is_directory(clean)) {
    refusals.push_back(at(clean.string() + ":1:1", refuse("plan.no_folder")));
    return {};
  }
  return FolderReader(clean, refusals).read();
}

}  // namespace laoyou::plan
