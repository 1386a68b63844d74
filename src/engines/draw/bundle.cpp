#include "engines/draw/bundle.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "base/instant.h"
#include "engines/draw/fields.h"
#include "engines/draw/hash.h"

namespace laoyou::draw {
namespace {

constexpr std::string_view k_format = "laoyou draw 1", k_format_sm3 = "laoyou draw 1 with SM3";
constexpr std::size_t k_lists_from = 6;                                       // fields before the lists
constexpr std::size_t k_commitment_fields = k_lists_from + k_list_names.size() + 1;
constexpr std::size_t k_bundle_fields = k_commitment_fields + 8;

std::vector<Field> fields_of(const Announcement& announcement, const Lists& lists) {
  std::vector<Field> fields{{"format", std::string(lists.hash == HashName::sm3 ? k_format_sm3 : k_format)}, {"name", announcement.name}, {"published", announcement.published}, {"event", announcement.event},
                            {"event_time", announcement.event_time}, {"draws_left", std::to_string(lists.draws_left)}};
  const auto texts = published(lists);
  for (std::size_t list = 0; list < texts.size(); ++list) fields.push_back({std::string(k_list_names[list]), texts[list]});
  return fields;
}

std::string drawn_text(const std::vector<Drawn>& drawn) {
  std::string text;
  for (const Drawn& place : drawn) {
    text += place.stratum->kind + "\t" + std::to_string(place.number) + "\t" + place.target->id + "\t" + (place.due ? "due" : "drawn") + "\t" + place.ticket.digits() + "\t" +
            joined(place.drawn, ",") + "\t" + joined(place.going, ",") + "\n";
  }
  return text;
}

std::string lines(const std::vector<std::string>& rows) {
  std::string text;
  for (const std::string& row : rows) text += row + "\n";
  return text;
}

/// The first line in which the text is not what it must be, by the name of its field.
Refusal altered(std::string_view text, std::string_view expected) {
  const auto [found, wanted] = std::mismatch(text.begin(), text.end(), expected.begin(), expected.end());
  const auto line = std::count(text.begin(), found, '\n') + 1;
  const std::size_t begin = expected.rfind('\n', wanted == expected.begin() ? 0 : static_cast<std::size_t>(wanted - expected.begin()) - 1) + 1;
  const std::string_view name = expected.substr(begin, expected.find(':', begin) - begin);
  return at(std::to_string(line) + ":1", refuse("draw.altered", {name.starts_with('"') && name.size() > 2 ? std::string(name.substr(1, name.size() - 2)) : ""}));
}

void check_text(const std::string& text, const char* option, Refusals& wrong) {
  if (text.empty()) wrong.push_back(at(option, refuse("draw.cell_empty", {std::string(option)})));
  if (!publishable(text)) wrong.push_back(at(option, refuse("draw.text_refused", {std::string(option)})));
}

/// Checks that `later` is a time after `earlier`, or the same where `or_equal`, and writes both in their one form, so that their texts compare as they do.
void check_times(std::string& earlier, const char* earlier_option, std::string& later, const char* later_option, bool or_equal, Refusals& wrong) {
  const auto first = Instant::parse(earlier), second = Instant::parse(later);
  if (!first) wrong.push_back(at(earlier_option, first.error()));
  if (!second) wrong.push_back(at(later_option, second.error()));
  if (!first || !second) return;
  if (or_equal ? *second < *first : *second <= *first) wrong.push_back(at(later_option, refuse("draw.time_order", {later, earlier})));
  earlier = first->text();
  later = second->text();
}

std::string seed_of(const Outcome& outcome, const std::vector<std::string>& secrets, HashName hash) {
  std::string text = outcome.digits;
  for (const std::string& secret : secrets) text += "\n" + secret;
  return hash_text(hash, text);
}

/// A field's value among those read, by its position.
ListText list_field(const std::vector<Field>& fields, std::size_t index) { return {fields[index].name, fields[index].value}; }

CheckedResult<Commitment> commitment_of(const std::vector<Field>& fields) {
  const auto& draws_left = fields[5].value;
  int count = 0;
  std::from_chars(draws_left.data(), draws_left.data() + draws_left.size(), count);  // another spelling is found by the comparison
  ListTexts texts;
  for (std::size_t list = 0; list < texts.size(); ++list) texts[list] = list_field(fields, k_lists_from + list);
  auto lists = read_lists(texts, {count, fields[0].value == k_format_sm3 ? HashName::sm3 : HashName::sha256}, ListForm::published);
  if (!lists) return lists.error();
  return commit({fields[1].value, fields[2].value, fields[3].value, fields[4].value}, std::move(*lists));
}

}  // namespace

CheckedResult<Commitment> commit(Announcement announcement, Lists lists) {
  Refusals wrong;
  check_text(announcement.name, "--name", wrong);
  check_text(announcement.event, "--event", wrong);
  check_times(announcement.published, "--published", announcement.event_time, "--event-time", false, wrong);
  if (lists.draws_left < 1) wrong.push_back(at("--draws-left", refuse("draw.number_expected", {std::to_string(lists.draws_left), "1", std::to_string(std::numeric_limits<int>::max())})));
  if (!wrong.empty()) return wrong;
  Commitment result;
  result.text = begin_fields(fields_of(announcement, lists));
  result.hash = hash_text(lists.hash, result.text);
  seal_fields(result.text, "commitment", lists.hash);
  end_fields(result.text);
  result.announcement = std::move(announcement);
  result.lists = std::move(lists);
  return result;
}

CheckedResult<Commitment> read_commitment(std::string_view text) {
  const auto fields = read_fields(text);
  if (!fields) return Refusals{fields.error()};
  if (fields->size() != k_commitment_fields) return Refusals{at("1:1", refuse("draw.not_a_bundle"))};
  auto read = commitment_of(*fields);
  if (!read) return read;
  if (read->text != text) return Refusals{altered(text, read->text)};
  return read;
}

CheckedResult<Bundle> run(Commitment commitment, Outcome outcome, const ListText& secrets, const ListText& absent, ListForm form) {
  Refusals wrong;
  const auto add = [&wrong](const Refusals& more) { wrong.insert(wrong.end(), more.begin(), more.end()); };
  const bool plain = !outcome.digits.empty() && outcome.digits.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!plain) wrong.push_back(at("--digits", refuse("draw.digits_malformed")));
  check_text(outcome.source, "--source", wrong);
  check_times(commitment.announcement.event_time, "--event-time", outcome.time, "--time", true, wrong);
  const auto revealed = read_secrets(secrets, commitment.lists, form);
  if (!revealed) add(revealed.error());
  auto away = read_absent(absent, commitment.lists, form);
  if (!away) add(away.error());
  if (!wrong.empty()) return wrong;

  Bundle bundle;
  bundle.commitment = std::move(commitment);
  bundle.outcome = std::move(outcome);
  bundle.absent = std::move(*away);
  bundle.seed = seed_of(bundle.outcome, *revealed, bundle.commitment.lists.hash);
  bundle.drawn = run_draw(bundle.commitment.lists, bundle.seed, bundle.absent);
  for (std::size_t office = 0; office < revealed->size(); ++office) bundle.revealed += bundle.commitment.lists.offices[office].office + "\t" + (*revealed)[office] + "\n";
  std::string text = bundle.commitment.text.substr(0, bundle.commitment.text.size() - 2);  // without its end
  add_fields(text, {{"digits", bundle.outcome.digits}, {"source", bundle.outcome.source}, {"time", bundle.outcome.time}, {"secrets", bundle.revealed}, {"seed", bundle.seed},
                    {"absent", lines(bundle.absent)}, {"drawn", drawn_text(bundle.drawn)}});
  bundle.hash = hash_text(bundle.commitment.lists.hash, text);
  seal_fields(text, "bundle", bundle.commitment.lists.hash);
  end_fields(text);
  bundle.text = std::move(text);
  return bundle;
}

CheckedResult<Bundle> verify(std::string_view text) {
  const auto read = read_fields(text);
  if (!read) return Refusals{read.error()};
  const std::vector<Field>& fields = *read;
  if (fields.size() != k_bundle_fields) return Refusals{at("1:1", refuse("draw.not_a_bundle"))};
  auto commitment = commitment_of(fields);
  if (!commitment) return commitment.error();
  const Outcome outcome{fields[k_commitment_fields].value, fields[k_commitment_fields + 1].value, fields[k_commitment_fields + 2].value};
  auto repeated = run(std::move(*commitment), outcome, list_field(fields, k_commitment_fields + 3), list_field(fields, k_commitment_fields + 5), ListForm::published);
  if (!repeated) return repeated.error();
  if (repeated->text != text) return Refusals{altered(text, repeated->text)};
  return repeated;
}

}  // namespace laoyou::draw
