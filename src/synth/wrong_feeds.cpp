#include "synth/wrong_feeds.h"

namespace laoyou::synth {
namespace {

/// What a list may say of a person.
struct Said {
  std::string number, name, sex, born, phone, region;
};

/// How many in a hundred rows have it.
struct Mistakes {
  int without_number, wrong_number, wrong_name, wrong_day, other_phone;
};

std::string sex_figure(const Said& said) { return said.sex.empty() ? "" : said.sex == "男" ? "1" : "2"; }
std::string eight_digits(const std::string& day) { return day.size() == 10 ? day.substr(0, 4) + day.substr(5, 2) + day.substr(8) : day; }

/// An office's list: its headers, its mistakes, whom it has, and how it writes one of them. `line` makes numbers of its own.
struct Office {
  const char* headers;
  Mistakes mistakes;
  bool (*has)(const registry::Resident& resident, Slips& slips);
  std::string (*row)(const Said& said, std::int64_t line);
};

bool three_in_ten(const registry::Resident&, Slips& slips) { return slips.chance(30); }
bool with_disability(const registry::Resident& resident, Slips&) { return resident.hardship.disabled == true; }

const std::array<Office, 3> k_offices = {{
    {"公民身份号码,姓名,性别,出生日期,户籍地,住址所在地,联系电话", {0, 1, 1, 0, 5}, three_in_ten,
     [](const Said& said, std::int64_t) { return said.number + "," + said.name + "," + sex_figure(said) + "," + eight_digits(said.born) + ",," + said.region + "," + said.phone; }},
    {"证件号码,姓名,性别,出生日期,本人电话,家庭医生签约,已建健康档案", {10, 3, 6, 2, 10}, three_in_ten,
     [](const Said& said, std::int64_t) { return said.number + "," + said.name + "," + sex_figure(said) + "," + said.born + "," + said.phone + ",,"; }},
    {"残疾人证号,身份证号,姓名,出生日期,残疾", {25, 4, 8, 3, 0}, with_disability,
     [](const Said& said, std::int64_t line) { return "拟证" + std::to_string(line) + "," + said.number + "," + said.name + "," + said.born + ",是"; }},
}};

Said truth_of(const registry::Resident& resident) {
  return {resident.id_number ? resident.id_number->text() : "", resident.name, !resident.sex ? "" : *resident.sex == registry::Sex::male ? "男" : "女",
          resident.born ? resident.born->text() : "", resident.phone.value_or(""), resident.region.text()};
}

/// What the office writes; `names` gets the mistakes it makes.
Said with_mistakes(Said said, const Mistakes& mistakes, Slips& slips, std::string& names) {
  const auto note = [&](const char* name) { names += (names.empty() ? "" : "+") + std::string(name); };
  const auto slip = [&](const char* name, std::string& text, const auto& make) {
    const std::string before = text;
    make(text);
    if (text != before) note(name);
  };
  if (slips.chance(mistakes.without_number))
    slip("without_number", said.number, [](std::string& text) { text.clear(); });
  else if (slips.chance(mistakes.wrong_number))
    slip("wrong_number", said.number, [&](std::string& text) { slips.in_number(text); });
  if (slips.chance(mistakes.wrong_name)) slip("wrong_name", said.name, [&](std::string& text) { slips.in_name(text); });
  if (slips.chance(mistakes.wrong_day)) slip("wrong_day", said.born, [&](std::string& text) { slips.in_day(text); });
  // A number range that is given to nobody, and none of the city's own.
  if (!said.phone.empty() && slips.chance(mistakes.other_phone)) slip("other_phone", said.phone, [&](std::string& text) { text = "1001" + std::to_string(1'000'000 + slips.below(9'000'000)); });
  return said;
}

}  // namespace

WrongFeeds::WrongFeeds(std::array<std::ostream*, 3> lists, std::ostream& truth, std::uint64_t seed)
    : lists_(lists), truth_(truth), slips_{Slips(3 * seed + 1), Slips(3 * seed + 2), Slips(3 * seed + 3)} {
  for (std::size_t i = 0; i < lists_.size(); ++i) *lists_[i] << k_offices[i].headers << '\n';
  truth_ << k_feeds_truth_header << '\n';
}

void WrongFeeds::take(const Records& records, bool strangers) {
  for (const Record& record : records)
    if (const auto* resident = std::get_if<registry::Resident>(&record); resident != nullptr && !resident->moved_out) take(*resident, strangers);
}

void WrongFeeds::take(const registry::Resident& resident, bool stranger) {
  const Said truth = truth_of(resident);
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    if (!k_offices[i].has(resident, slips_[i])) continue;
    std::string mistakes;
    const Said said = with_mistakes(truth, k_offices[i].mistakes, slips_[i], mistakes);
    *lists_[i] << k_offices[i].row(said, ++lines_[i]) << '\n';
    truth_ << k_feeds[i] << ',' << lines_[i] << ',' << (stranger ? "" : std::to_string(resident.id.number)) << ',' << mistakes << ',' << truth.number << ',' << truth.name << ',' << truth.sex << ','
           << truth.born << ',' << truth.phone << '\n';
  }
}

}  // namespace laoyou::synth
