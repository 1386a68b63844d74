#include "app/linkage_command.h"

#include <chrono>
#include <ostream>
#include <sstream>

#include "app/engine_command.h"
#include "app/linkage_addresses.h"
#include "app/linkage_answers.h"
#include "base/messages.h"
#include "engines/linkage/read_records.h"
#include "engines/linkage/sample.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage =
    "用法：laoyou linkage --left CSV [--right CSV] (--map CSV | --format febrl|historical|residents) [--truth COLUMN] [--json] [--seed 1]\n"
    "                      [--certain 0.95] [--possible 0.5] [--clusters FILE] [--pairs FILE] [--show 20] [--explain ID,ID]\n"
    "      laoyou linkage sample --people N [--seed 1]\n"
    "      laoyou linkage address < LINES\n";

int usage(std::ostream& err) {
  err << k_usage;
  return 2;
}

/// A map by the options, with the thresholds they name.
CheckedResult<linkage::Map> map_option(const Options& options) {
  const auto path = options.value("map");
  std::string text(linkage::map_of_format(options.value("format").value_or("")));
  if (path) {
    auto read = read_whole_file(*path);
    if (!read) return Refusals{read.error()};
    text = std::move(*read);
  } else if (text.empty()) {
    return Refusals{at("--format", refuse("linkage.format_unknown", {options.value("format").value_or("")}))};
  }
  auto map = linkage::read_map(text);
  Refusals wrong = map ? Refusals{} : map.error();
  if (path)
    for (Refusal& refusal : wrong) refusal = at(*path + ":", refusal);
  const auto certain = number_between<double>(options, "certain", 0.0001, 0.9999), possible = number_between<double>(options, "possible", 0.0001, 0.9999);
  if (!certain) wrong.push_back(certain.error());
  if (!possible) wrong.push_back(possible.error());
  if (!wrong.empty()) return wrong;
  map->certain = certain->value_or(map->certain);
  map->possible = std::min(map->certain, possible->value_or(map->possible));
  return map;
}

/// Reads one file into the records.
Result<void> read_file(const std::string& path, bool is_right, linkage::Records& records, linkage::Truth* truth) {
  const auto text = read_whole_file(path);
  if (!text) return text.error();
  if (auto refusal = linkage::read_records(*text, is_right, records, truth)) return at(path + ":", *refusal);
  return {};
}

/// One pair by its ids "A,B", looked for in both files.
int explain_pair(const Options& options, const linkage::Records& records, const linkage::Linked& linked, std::ostream& out, std::ostream& err) {
  const std::string ids = *options.value("explain");
  const std::size_t comma = std::min(ids.find(','), ids.size());
  Refusals wrong;
  const auto find = [&](const std::string& id, bool right_first) {
    const auto found = records.find(id, right_first), other = records.find(id, !right_first);
    if (!found && !other) wrong.push_back(at("--explain", refuse("linkage.record_unknown", {id})));
    return found ? *found : other.value_or(0);
  };
  const linkage::Row a = find(ids.substr(0, comma), false), b = find(ids.substr(std::min(ids.size(), comma + 1)), records.has_two_files());
  if (!wrong.empty()) return say_refused(wrong, err);
  out << linkage_explanation(records, linked.model, a, b) << "\n";
  return 0;
}

Result<void> write_files(const Options& options, const linkage::Records& records, const linkage::Linked& linked) {
  if (const auto path = options.value("clusters")) {
    std::ostringstream text;
    write_clusters(records, linked, text);
    if (auto written = write_whole_file(*path, text.str()); !written) return written;
  }
  if (const auto path = options.value("pairs")) {
    std::ostringstream text;
    write_clerk_pairs(records, linked, text);
    return write_whole_file(*path, text.str());
  }
  return {};
}

int link(const Options& options, std::ostream& out, std::ostream& err) {
  const auto begun = std::chrono::steady_clock::now();
  const auto map = map_option(options);
  Refusals wrong = map ? Refusals{} : map.error();
  const auto seed = number_option<std::uint64_t>(options, "seed");
  const auto shown = number_option<std::size_t>(options, "show");
  if (!seed) wrong.push_back(seed.error());
  if (!shown) wrong.push_back(shown.error());
  if (!wrong.empty()) return say_refused(wrong, err);
  linkage::Records records(*map);
  linkage::Truth truth;
  truth.column = options.value("truth").value_or(options.value("format").value_or("") == "historical" ? "cluster" : "");
  truth.in_febrl_id = truth.column.empty() && options.value("format").value_or("") == "febrl";
  linkage::Truth* const wanted = truth.in_febrl_id || !truth.column.empty() ? &truth : nullptr;
  if (options.has("right")) records.expect_two_files();
  if (const auto read = read_file(*options.value("left"), false, records, wanted); !read) wrong.push_back(read.error());
  if (options.has("right"))
    if (const auto read = read_file(*options.value("right"), true, records, wanted); !read) wrong.push_back(read.error());
  if (!wrong.empty()) return say_refused(wrong, err);
  const linkage::Linked linked = linkage::link(records, seed->value_or(1));
  if (options.has("explain")) return explain_pair(options, records, linked, out, err);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
  std::optional<linkage::Judgement> judged;
  if (wanted != nullptr) judged = linkage::judge(records, linkage::Comparer(records), linkage::Weights(linked.model, records), linked.edges, truth.of_row, linked.certain_weight);
  if (const auto written = write_files(options, records, linked); !written) return say_refused({written.error()}, err);
  boost::json::object answer = linkage_answer(records, linked, judged, shown->value_or(20));
  answer["seconds"] = std::round(took.count() * 1000) / 1000;
  if (options.has("json")) out << answer << "\n";
  else say_linkage(answer, out);
  return 0;
}

int sample(const Options& options, std::ostream& out, std::ostream& err) {
  const auto people = number_between<std::uint32_t>(options, "people", 1, 20'000'000);
  const auto seed = number_option<std::uint64_t>(options, "seed");
  Refusals wrong;
  if (!people) wrong.push_back(people.error());
  if (!seed) wrong.push_back(seed.error());
  if (!wrong.empty()) return say_refused(wrong, err);
  linkage::write_sample(people->value_or(1), seed->value_or(1), out);
  return 0;
}

}  // namespace

int linkage_command(Words words, std::istream& in, std::ostream& out, std::ostream& err) {
  const auto options = Options::read(words, {"left", "right", "map", "format", "truth", "seed", "certain", "possible", "clusters", "pairs", "show", "explain", "people"}, {"json"});
  if (!options) {
    err << message(options.error(), Language::zh) << "\n";
    return usage(err);
  }
  const std::vector<std::string>& verbs = options->words();
  if (verbs.size() == 1 && verbs[0] == "sample" && options->has("people")) return sample(*options, out, err);
  if (verbs.size() == 1 && verbs[0] == "address") return read_addresses(in, out);
  if (verbs.empty() && options->has("left") && (options->has("map") || options->has("format"))) return link(*options, out, err);
  return usage(err);
}

}  // namespace laoyou::app
