#include "app/draw_command.h"

#include <algorithm>
#include <ostream>
#include <unordered_set>

#include "app/engine_command.h"
#include "base/messages.h"
#include "engines/draw/bundle.h"
#include "engines/draw/page.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage =
    "用法：laoyou draw commit --name TEXT --published TIME --event TEXT --event-time TIME --strata CSV --grades CSV --offices CSV\n"
    "                         --targets CSV --inspectors CSV [--conflicts CSV] [--draws-left 1] [--hash sha256|sm3]\n"
    "      laoyou draw run --commitment FILE --digits TEXT --source TEXT --time TIME --secrets CSV [--absent CSV] [--page FILE]\n"
    "      laoyou draw run --ids FILE --seed TEXT [--take N] --plain\n"
    "      laoyou draw verify BUNDLE [--commitment FILE]\n";

int usage(std::ostream& err) {
  err << k_usage;
  return 2;
}

bool has_all(const Options& options, std::initializer_list<const char*> names) {
  return std::all_of(names.begin(), names.end(), [&options](const char* name) { return options.has(name); });
}

/// A list named by an option, `when_absent` where it is not given; an unreadable file is noted.
draw::ListText list_option(const Options& options, std::string_view name, const char* when_absent, Refusals& wrong) {
  const auto path = options.value(name);
  if (!path) return {"--" + std::string(name), when_absent};
  auto text = read_whole_file(*path);
  if (text) return {*path, std::move(*text)};
  wrong.push_back(text.error());
  return {*path, ""};
}

int commit(const Options& options, std::ostream& out, std::ostream& err) {
  Refusals wrong;
  draw::ListTexts texts;
  for (std::size_t list = 0; list < texts.size(); ++list) texts[list] = list_option(options, draw::k_list_names[list], "inspector,target\n", wrong);
  const auto draws_left = number_option<int>(options, "draws-left");
  if (!draws_left) wrong.push_back(draws_left.error());
  const std::string hash = options.value("hash").value_or("sha256");
  if (hash != "sha256" && hash != "sm3") wrong.push_back(at("--hash", refuse("draw.hash_unknown", {hash})));
  if (!wrong.empty()) return say_refused(wrong, err);
  const draw::Fixed fixed{draws_left->value_or(1), hash == "sm3" ? draw::HashName::sm3 : draw::HashName::sha256};
  const draw::Announcement announcement{*options.value("name"), *options.value("published"), *options.value("event"), *options.value("event-time")};
  auto lists = draw::read_lists(texts, fixed, draw::ListForm::csv);
  draw::Lists none;
  none.draws_left = fixed.draws_left;
  none.hash = fixed.hash;
  if (!lists) wrong = lists.error();
  auto commitment = draw::commit(announcement, lists ? std::move(*lists) : std::move(none));
  if (!commitment) {
    const Refusals more = commitment.error();  // error() is a value: its begin and end must be of one
    wrong.insert(wrong.end(), more.begin(), more.end());
  }
  if (!wrong.empty()) return say_refused(wrong, err);
  out << commitment->text;
  err << "承诺值 " << commitment->hash << "\n";
  return 0;
}

/// The lines of a file that are not empty, each once.
CheckedResult<std::vector<std::string>> read_ids(const std::string& path) {
  const auto text = read_whole_file(path);
  if (!text) return Refusals{text.error()};
  std::vector<std::string> ids;
  std::unordered_set<std::string_view> seen;
  Refusals wrong;
  std::string_view rest = *text;
  for (int line = 1; !rest.empty(); ++line) {
    const std::size_t end = rest.find('\n');
    std::string_view id = rest.substr(0, end);
    if (id.ends_with('\r')) id.remove_suffix(1);
    if (!id.empty() && !seen.insert(id).second) wrong.push_back(at(path + ":" + std::to_string(line) + ":1", refuse("draw.row_repeated", {std::string(id)})));
    if (!id.empty()) ids.emplace_back(id);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  if (!wrong.empty()) return wrong;
  return ids;
}

int run_plain(const Options& options, std::ostream& out, std::ostream& err) {
  const auto take = number_option<std::size_t>(options, "take");
  const auto ids = read_ids(*options.value("ids"));
  Refusals wrong = ids ? Refusals{} : ids.error();
  if (!take) wrong.push_back(take.error());
  if (!wrong.empty()) return say_refused(wrong, err);
  for (const std::size_t id : draw::sample(*ids, *options.value("seed"), take->value_or(ids->size()))) out << (*ids)[id] << "\n";
  return 0;
}

int run(const Options& options, std::ostream& out, std::ostream& err) {
  Refusals wrong;
  const draw::ListText text = list_option(options, "commitment", "", wrong);
  const draw::ListText secrets = list_option(options, "secrets", "", wrong), absent = list_option(options, "absent", "inspector\n", wrong);
  if (!wrong.empty()) return say_refused(wrong, err);
  auto commitment = draw::read_commitment(text.text);
  if (!commitment) {
    for (Refusal& refusal : commitment.error()) wrong.push_back(at(text.file + ":", refusal));
    return say_refused(wrong, err);
  }
  const auto bundle = draw::run(std::move(*commitment), {*options.value("digits"), *options.value("source"), *options.value("time")}, secrets, absent);
  if (!bundle) return say_refused(bundle.error(), err);
  if (const auto page = options.value("page")) {
    if (const auto written = write_whole_file(*page, draw::page_of(*bundle)); !written) return say_refused({written.error()}, err);
  }
  out << bundle->text;
  return 0;
}

int verify(const Options& options, std::ostream& out, std::ostream& err) {
  Refusals wrong;
  const std::string& path = options.words()[1];
  const auto text = read_whole_file(path);
  if (!text) wrong.push_back(text.error());
  const draw::ListText published = list_option(options, "commitment", "", wrong);
  if (!wrong.empty()) return say_refused(wrong, err);
  const auto bundle = draw::verify(*text);
  if (!bundle) {
    for (const Refusal& refusal : bundle.error()) wrong.push_back(at(path + ":", refusal));
    return say_refused(wrong, err);
  }
  if (options.has("commitment") && published.text != bundle->commitment.text) return say_refused({at(published.file, refuse("draw.another_commitment"))}, err);
  out << "核验通过：抽取 " << bundle->drawn.size() << " 家，承诺值 " << bundle->commitment.hash << "\n";
  return 0;
}

}  // namespace

int draw_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  const auto options = Options::read(words, {"name", "published", "event", "event-time", "draws-left", "hash", "strata", "grades", "offices", "targets", "inspectors", "conflicts",
                                             "commitment", "digits", "source", "time", "secrets", "absent", "page", "ids", "seed", "take"}, {"plain"});
  if (!options) {
    err << message(options.error(), Language::zh) << "\n";
    return usage(err);
  }
  const std::vector<std::string>& verbs = options->words();
  const std::string verb = verbs.empty() ? "" : verbs[0];
  if (verb == "verify" && verbs.size() == 2) return verify(*options, out, err);
  if (verbs.size() != 1) return usage(err);
  if (verb == "commit" && has_all(*options, {"name", "published", "event", "event-time", "strata", "grades", "offices", "targets", "inspectors"})) return commit(*options, out, err);
  if (verb == "run" && has_all(*options, {"ids", "seed", "plain"})) return run_plain(*options, out, err);
  if (verb == "run" && has_all(*options, {"commitment", "digits", "source", "time", "secrets"})) return run(*options, out, err);
  return usage(err);
}

}  // namespace laoyou::app
