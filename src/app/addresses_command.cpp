#include "app/addresses_command.h"

#include <array>
#include <boost/json.hpp>
#include <istream>
#include <map>
#include <ostream>

#include "app/engine_command.h"
#include "base/csv.h"
#include "base/messages.h"
#include "engines/addresses/geocode.h"
#include "engines/addresses/read_base.h"
#include "engines/tables/column_table.h"
#include "standard_addresses/gazetteer_of.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage =
    "用法：laoyou addresses --base CSV --file CSV [--column address] [--region CODE] [--regions CSV] [--truth COLUMN] [--rows FILE] [--json]\n"
    "      laoyou addresses --parse [--region CODE] [--regions CSV] [--json] < LINES\n";

int usage(std::ostream& err) {
  err << k_usage;
  return 2;
}

Refusals in_file(const std::string& path, Refusals refusals) {
  for (Refusal& refusal : refusals) refusal = at(path + ":", refusal);
  return refusals;
}

/// The country's places, with those of --regions (columns code, name) added.
CheckedResult<regions::RegionTree> places(const Options& options) {
  const auto path = options.value("regions");
  if (!path) return regions::RegionTree::national();
  const auto text = read_whole_file(*path);
  if (!text) return Refusals{text.error()};
  const auto table = tables::ColumnTable::read(*text, {tables::needed("code", {"区划代码"}), tables::needed("name", {"名称"})});
  if (!table) return in_file(*path, {table.error()});
  std::vector<regions::Region> added;
  Refusals wrong;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const auto code = RegionCode::parse(table->text(row, "code"));
    if (code) added.push_back({*code, table->text(row, "name"), true, {}});
    else wrong.push_back(at(table->place(row, "code"), code.error()));
  }
  if (!wrong.empty()) return in_file(*path, wrong);
  return regions::RegionTree::national().with(added);
}

Result<RegionCode> region_option(const Options& options) {
  const auto text = options.value("region");
  if (!text) return RegionCode();
  const auto region = RegionCode::parse(*text);
  return region ? region : at("--region", region.error());
}

int parse(const Options& options, std::istream& in, std::ostream& out, std::ostream& err) {
  const auto tree = places(options);
  Refusals wrong = tree ? Refusals{} : tree.error();
  const auto region = region_option(options);
  if (!region) wrong.push_back(region.error());
  if (!wrong.empty()) return say_refused(wrong, err);
  const addresses::Gazetteer gazetteer = standard_addresses::gazetteer_of(*tree, {*region});
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    const addresses::ParsedAddress address = addresses::read_address(gazetteer, line, *region);
    boost::json::array parts;
    std::string text;
    for (const addresses::Part& part : address.parts) {
      const std::string written = line.substr(part.begin, part.end - part.begin);
      parts.push_back(boost::json::object{{"part", addresses::part_name(part.kind)}, {"text", is_utf8(written) ? written : std::string("\uFFFD")}});
      if (part.kind != addresses::PartKind::other) text += std::string(text.empty() ? "" : " ") + std::string(addresses::part_name(part.kind)) + "=" + written;
    }
    if (options.has("json")) out << boost::json::object{{"region", address.region ? boost::json::value(address.region->text()) : nullptr}, {"parts", parts}} << "\n";
    else out << (address.region ? address.region->text() : std::string(12, '-')) << " " << text << "\n";
  }
  return 0;
}

struct Counts {
  std::array<std::int64_t, addresses::k_certainties> by_certainty{};
  std::array<std::int64_t, 4> by_doubt{};
  std::int64_t rows = 0, with_truth = 0, right = 0, wrong = 0;
};

/// One line of --rows.
std::string shown(const addresses::Placed& placed, const addresses::BaseTable& base, std::string_view written) {
  std::string line = csv_cell(written) + "," + std::string(addresses::certainty_name(placed.certainty)) + "," + std::string(addresses::doubt_name(placed.doubt)) + ",";
  if (placed.row) line += csv_cell(base.ids[*placed.row]);
  line += "," + std::to_string(placed.score) + ",";
  if (placed.point) line += std::to_string(placed.point->longitude) + "," + std::to_string(placed.point->latitude);
  else line += ",";
  std::string others;
  for (const auto row : placed.others) others += (others.empty() ? "" : ";") + base.ids[row];
  return line + "," + csv_cell(others) + "\n";
}

void say(const Counts& counts, bool has_truth, bool as_json, std::ostream& out) {
  const auto per_cent = [&](std::int64_t part) { return counts.rows == 0 ? 0.0 : std::round(10000.0 * static_cast<double>(part) / static_cast<double>(counts.rows)) / 100; };
  boost::json::object certainties, doubts;
  for (std::size_t at = 0; at < addresses::k_certainties; ++at) certainties[addresses::certainty_name(static_cast<addresses::Certainty>(at))] = counts.by_certainty[at];
  for (std::size_t at = 0; at < counts.by_doubt.size(); ++at) doubts[addresses::doubt_name(static_cast<addresses::Doubt>(at))] = counts.by_doubt[at];
  if (as_json) {
    boost::json::object answer{{"addresses", counts.rows}, {"certainty", certainties}, {"doubt", doubts}};
    if (has_truth) answer["truth"] = boost::json::object{{"known", counts.with_truth}, {"right", counts.right}, {"wrong", counts.wrong}};
    out << answer << "\n";
    return;
  }
  constexpr std::string_view k_words[] = {"到门牌", "到楼栋", "到道路或小区", "只到村社区", "只到乡镇街道", "未落点"};
  out << "地址 " << counts.rows << " 条\n";
  for (std::size_t at = 0; at < addresses::k_certainties; ++at) out << "  " << k_words[at] << "\t" << counts.by_certainty[at] << "\t" << per_cent(counts.by_certainty[at]) << "%\n";
  out << "多处同样相符 " << counts.by_doubt[1] << "，与登记地区矛盾 " << counts.by_doubt[2] << "，地址库查无 " << counts.by_doubt[3] << "\n";
  if (has_truth) out << "有答案的 " << counts.with_truth << " 条，落对 " << counts.right << "，落错 " << counts.wrong << "\n";
}

struct Question {
  regions::RegionTree tree;
  addresses::BaseTable base;
  tables::ColumnTable table;
};

CheckedResult<Question> question(const Options& options, const std::string& column) {
  auto tree = places(options);
  Refusals wrong = tree ? Refusals{} : tree.error();
  const std::string base_path = *options.value("base"), path = *options.value("file");
  const auto base_text = read_whole_file(base_path), text = read_whole_file(path);
  for (const auto* read : {&base_text, &text})
    if (!*read) wrong.push_back(read->error());
  if (!wrong.empty()) return wrong;
  auto base = addresses::read_base(*base_text);
  if (!base) wrong = in_file(base_path, base.error());
  std::vector<tables::KnownColumn> columns{tables::needed(column), tables::wanted("region", {"区划代码"})};
  if (const auto truth = options.value("truth")) columns.push_back(tables::needed(*truth));
  // A table of other people's has columns of its own: they are passed over.
  if (const auto rows = read_csv(*text); rows && !rows->empty())
    for (const CsvCell& cell : rows->front())
      if (std::none_of(columns.begin(), columns.end(), [&](const auto& known) { return known.name == cell.text; })) columns.push_back(tables::wanted(cell.text));
  auto table = tables::ColumnTable::read(*text, columns);
  if (!table) wrong.push_back(at(path + ":", table.error()));
  if (!wrong.empty()) return wrong;
  return Question{std::move(*tree), std::move(*base), std::move(*table)};
}

int place(const Options& options, std::ostream& out, std::ostream& err) {
  const std::string column = options.value("column").value_or("address");
  const auto region = region_option(options);
  auto asked = question(options, column);
  Refusals wrong = asked ? Refusals{} : asked.error();
  if (!region) wrong.push_back(region.error());
  if (!wrong.empty()) return say_refused(wrong, err);
  std::set<RegionCode> regions{*region};
  for (const addresses::KnownAddress& row : asked->base.rows) regions.insert(row.region);
  const addresses::Gazetteer gazetteer = standard_addresses::gazetteer_of(asked->tree, regions);
  const addresses::AddressBase base(asked->base.rows);
  const addresses::Geocoder geocoder(gazetteer, base);
  const std::string truth = options.value("truth").value_or("");
  Counts counts;
  std::string lines = "address,certainty,doubt,standard_address,score,longitude,latitude,others\n";
  for (std::size_t row = 0; row < asked->table.rows(); ++row) {
    RegionCode within = *region;
    if (const std::string& code = asked->table.text(row, "region"); !code.empty()) {
      const auto read = RegionCode::parse(code);
      if (!read) return say_refused(in_file(*options.value("file"), {at(asked->table.place(row, "region"), read.error())}), err);
      within = *read;
    }
    const addresses::Placed placed = geocoder.place(asked->table.text(row, column), within);
    ++counts.rows;
    ++counts.by_certainty[static_cast<std::size_t>(placed.certainty)];
    ++counts.by_doubt[static_cast<std::size_t>(placed.doubt)];
    if (!truth.empty() && !asked->table.text(row, truth).empty()) {
      ++counts.with_truth;
      if (placed.certainty <= addresses::Certainty::building) ++(asked->base.ids[*placed.row] == asked->table.text(row, truth) ? counts.right : counts.wrong);
    }
    if (options.has("rows")) lines += shown(placed, asked->base, asked->table.text(row, column));
  }
  if (options.has("rows"))
    if (const auto written = write_whole_file(*options.value("rows"), lines); !written) return say_refused({written.error()}, err);
  say(counts, !truth.empty(), options.has("json"), out);
  return 0;
}

}  // namespace

int addresses_command(Words words, std::istream& in, std::ostream& out, std::ostream& err) {
  const auto options = Options::read(words, {"base", "regions", "region", "file", "column", "truth", "rows"}, {"json", "parse"});
  if (!options) {
    err << message(options.error(), Language::zh) << "\n";
    return usage(err);
  }
  if (!options->words().empty()) return usage(err);
  if (options->has("parse")) return parse(*options, in, out, err);
  if (options->has("base") && options->has("file")) return place(*options, out, err);
  return usage(err);
}

}  // namespace laoyou::app
