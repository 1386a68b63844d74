#include "plan/folder/folder.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include "plan/folder/read_evaluations.h"
#include "plan/folder/read_rules.h"
#include "plan/folder/yaml_read.h"
#include "procedures/read_procedure.h"
#include "record/sheet_rows.h"
#include "record/typed_text.h"

namespace laoyou::plan {
namespace {

namespace files = std::filesystem;

constexpr std::array<std::string_view, 34> k_files{"plan.yaml", "evaluations.yaml", "subsidies.csv", "bank_layouts.csv",    "working_days.csv",    "documents.csv", "bodies.csv", "posts.csv", "services.csv", "vocabulary.csv", "targets.csv", "clauses.csv",  "units.csv",    "measures.csv",  "figures.csv",   "indicators.yaml", "tasks.csv", "milestones.csv",
                                                   "projects.csv", "policies.csv", "standards.csv", "regions.csv", "cartogram.csv",   "rules.yaml", "roles.csv", "README.md", "fields.csv",
                                                   "place_kinds.csv", "travel_speeds.csv", "reach_limits.csv", "reach_measures.csv", "need_ratios.csv", "estate_rules.csv", "people_forecasts.csv"};
constexpr std::array<std::string_view, 4> k_folders{"feeds", "instruments", "population", "procedures"};

std::string read_file(const files::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

/// What office programs and systems leave beside the files people keep.
bool left_behind(std::string_view name) {
  constexpr std::array<std::string_view, 2> k_names{"Thumbs.db", "desktop.ini"};
  return name.starts_with('.') || name.starts_with("~$") || std::find(k_names.begin(), k_names.end(), name) != k_names.end();
}

/// Puts the path before the places of what was refused.
void take_refusals(const files::path& path, const Refusals& from, Refusals& into) {
  for (const Refusal& refusal : from) into.push_back(at(path.string() + ":", refusal));
}

class FolderReader {
 public:
  FolderReader(const files::path& path, Refusals& refusals) : path_(path), layer_(path.filename().string()), refusals_(refusals) {}

  Folder read() {
    refuse_unknown_files();
    read_head();
    read_table("clauses.csv", folder_.clauses);
    read_table("documents.csv", folder_.documents);
    read_table("bodies.csv", folder_.bodies);
    read_table("posts.csv", folder_.posts);
    read_table("services.csv", folder_.services);
    read_table("vocabulary.csv", folder_.terms);
    read_table("targets.csv", folder_.region_targets);
    read_table("units.csv", folder_.units);
    read_table("measures.csv", folder_.measures);
    read_table("roles.csv", folder_.roles);
    read_table("fields.csv", folder_.register_fields);
    read_table("figures.csv", folder_.figures);
    read_indicators();
    read_table("tasks.csv", folder_.tasks);
    read_table("milestones.csv", folder_.milestones);
    read_table("projects.csv", folder_.projects);
    read_table("policies.csv", folder_.policies);
    read_table("standards.csv", folder_.standards);
    read_table("regions.csv", folder_.regions);
    read_table("cartogram.csv", folder_.tiles);
    read_instruments();
    read_rule_file();
    read_table("subsidies.csv", folder_.paid_subsidies);
    read_table("bank_layouts.csv", folder_.bank_columns);
    read_table("place_kinds.csv", folder_.place_kinds);
    read_table("travel_speeds.csv", folder_.travel_speeds);
    read_table("reach_limits.csv", folder_.reach_limits);
    read_table("reach_measures.csv", folder_.reach_measures);
    read_table("need_ratios.csv", folder_.need_ratios);
    read_table("estate_rules.csv", folder_.estate_standards);
    read_table("people_forecasts.csv", folder_.people_forecasts);
    read_evaluation_file();
    read_table("working_days.csv", folder_.working_days);
    read_procedures();
    return std::move(folder_);
  }

 private:
  void refuse_unknown_files() {
    for (const auto& entry : files::directory_iterator(path_)) {
      const std::string name = entry.path().filename().string();
      const bool known = entry.is_directory() ? std::find(k_folders.begin(), k_folders.end(), name) != k_folders.end()
                                              : std::find(k_files.begin(), k_files.end(), name) != k_files.end();
      if (!known && !left_behind(name)) refusals_.push_back(at(entry.path().string() + ":1:1", refuse("plan.unknown_file", {name})));
    }
  }

  void read_head() {
    const files::path file = path_ / "plan.yaml";
    Row<Head>& head = folder_.head;
    head.layer = layer_;
    head.place = file.string() + ":1:1";
    if (!files::exists(file)) {
      folder_.layers_unknown = true;
      return refuse_file(file, {at("1:1", refuse("plan.missing_head"))});
    }
    Refusals found;
    const auto yaml = parse_yaml(read_file(file), found);
    if (yaml) read_yaml(*yaml, head.value, found);
    if (yaml && yaml->IsMap())
      for (const auto& pair : *yaml)
        if (pair.first.IsScalar()) folder_.head_places[pair.first.Scalar()] = file.string() + ":" + place_of(pair.second);
    if (!found.empty()) folder_.faulty_rows.insert(head.place);
    folder_.layers_unknown = !yaml || ((*yaml)["extends"].IsDefined() && !(*yaml)["extends"].IsSequence());
    const auto key = yaml ? (*yaml)["plan"] : YAML::Node();
    if (key.IsDefined() && key.IsScalar() && head.value.plan != layer_)
      found.push_back(at(place_of(key), refuse("plan.key_not_folder", {head.value.plan, layer_})));
    take_refusals(file, found, refusals_);
  }

  /// The whole file is lost.
  void refuse_file(const files::path& file, const Refusals& found) {
    folder_.unread_files.insert(file.filename().string());
    take_refusals(file, found, refusals_);
  }

  template <class T>
  void read_table(const char* name, Rows<T>& rows) {
    const files::path file = path_ / name;
    if (!files::exists(file)) return;
    const Result<record::Sheet> sheet = record::read_sheet(read_file(file), record::SheetFormat::csv);
    if (!sheet) return refuse_file(file, {sheet.error().place.empty() ? at("1:1", sheet.error()) : sheet.error()});
    Refusals found;
    const auto& columns = record::row_columns<T>();
    const std::vector<int> positions = record::match_header(*sheet, columns, found);
    if (!found.empty()) return refuse_file(file, found);
    for (const record::SheetRow& row : sheet->rows) {
      const std::size_t found_before = found.size();
      record::refuse_cells_without_header(*sheet, row, found);
      Row<T> read{{}, layer_, file.string() + ":" + std::to_string(row.front().line) + ":1"};
      record::RowCursor cursor(*sheet, row, positions, columns);
      record::read_sheet_row(cursor, read.value, found);
      refuse_bare_money<T>(*sheet, row, positions, columns, found);
      if (found.size() > found_before) folder_.faulty_rows.insert(read.place);
      rows.push_back(std::move(read));
    }
    take_refusals(file, found, refusals_);
  }

  /// A bare number in a column of money says nothing: people mean yuan, ten thousands or fen.
  template <class T>
  static void refuse_bare_money(const record::Sheet& sheet, const record::SheetRow& row, const std::vector<int>& positions, const std::vector<record::RowColumn>& columns,
                                Refusals& found) {
    record::RowCursor cursor(sheet, row, positions, columns);
    record::for_each_member<T>([&](std::size_t, std::string_view, auto pointer) {
      using Member = typename record::MemberOf<decltype(pointer)>::Type;
      if constexpr (std::is_same_v<Member, Fen> || std::is_same_v<Member, std::optional<Fen>>)
        if (const record::SheetCell* cell = cursor.filled(); cell != nullptr && Decimal::parse(record::typed_number(trimmed(cell->text)).text))
          found.push_back(at(cursor.place(), refuse("plan.money_without_unit", {cell->text})));
      cursor.pass();
    });
  }

  void read_indicators() {
    const files::path file = path_ / "indicators.yaml";
    if (!files::exists(file)) return;
    Refusals found;
    const std::string text = read_file(file);
    const auto yaml = parse_yaml(text, found);
    if (!yaml) return refuse_file(file, found);
    const TextPlaces places(file.string(), text);
    for_each_pair(*yaml, found, [&](const std::string& key, const YAML::Node& key_node, const YAML::Node& body) {
      const std::size_t found_before = found.size();
      Row<Indicator> read{{}, layer_, file.string() + ":" + place_of(key_node)};
      if (body.IsNull())
        found.push_back(at(place_of(key_node), refuse("yaml.not_a_mapping")));
      else
        read_yaml(body, read.value, found);
      // The key stands before the entry; inside it would say something else.
      if (!read.value.key.empty()) found.push_back(at(place_of(body["key"]), refuse("json.unknown_field", {"key", ""})));
      read.value.key = key;
      if (found.size() > found_before) folder_.faulty_rows.insert(read.place);
      if (read.value.value && !read.value.value->empty()) add_indicator_rule(read.value, places.of(key_node), places.of(body["value"]));
      folder_.indicators.push_back(std::move(read));
    });
    take_refusals(file, found, refusals_);
  }

  /// An indicator's value is a rule of the same key.
  void add_indicator_rule(const Indicator& indicator, const rules::SourceText& place, const rules::SourceText& expression) {
    rules::RuleSource rule;
    rule.key = indicator.key;
    rule.name = indicator.name;
    rule.layer = layer_;
    rule.source = indicator.source;
    rule.place = place;
    rule.expression = expression;
    rule.unit = indicator.unit;
    folder_.rules.push_back({std::move(rule), layer_, place.place(0)});
  }

  void read_rule_file() {
    const files::path file = path_ / "rules.yaml";
    if (!files::exists(file)) return;
    Refusals found;
    const std::string text = read_file(file);
    const auto yaml = parse_yaml(text, found);
    if (!yaml) return refuse_file(file, found);
    read_rules(*yaml, TextPlaces(file.string(), text), folder_, found);
    take_refusals(file, found, refusals_);
  }

  void read_evaluation_file() {
    const files::path file = path_ / "evaluations.yaml";
    if (!files::exists(file)) return;
    Refusals found;
    const auto yaml = parse_yaml(read_file(file), found);
    if (!yaml) return refuse_file(file, found);
    read_evaluations(*yaml, {layer_, file.string() + ":"}, folder_, found);
    take_refusals(file, found, refusals_);
  }

  /// The files of a folder inside the plan's, by name.
  std::vector<files::path> files_of(std::string_view folder) const {
    std::vector<files::path> paths;
    if (!files::exists(path_ / folder)) return paths;
    for (const auto& entry : files::directory_iterator(path_ / folder))
      if (!left_behind(entry.path().filename().string())) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
  }

  void read_procedures() {
    for (const files::path& file : files_of("procedures")) {
      if (file.extension() != ".yaml") {
        refusals_.push_back(at(file.string() + ":1:1", refuse("plan.unknown_file", {file.filename().string()})));
        continue;
      }
      const std::size_t found_before = refusals_.size();
      Row<procedures::Procedure> read{procedures::read_procedure(file.string(), read_file(file), refusals_), layer_, file.string() + ":1:1"};
      read.value.layer = layer_;
      if (refusals_.size() > found_before) folder_.faulty_rows.insert(read.place);
      folder_.procedures.push_back(std::move(read));
    }
  }

  void read_instruments() {
    for (const files::path& file : files_of("instruments")) {
      Refusals found;
      Row<Instrument> read{{}, layer_, file.string() + ":1:1"};
      if (const auto yaml = parse_yaml(read_file(file), found)) read_yaml(*yaml, read.value, found);
      if (!found.empty()) folder_.faulty_rows.insert(read.place);
      folder_.instruments.push_back(std::move(read));
      take_refusals(file, found, refusals_);
    }
  }

  files::path path_;
  std::string layer_;
  Refusals& refusals_;
  Folder folder_;
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
