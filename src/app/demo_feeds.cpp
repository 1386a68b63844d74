#include "app/demo_feeds.h"

#include <algorithm>

#include "base/random.h"
#include "feeds/deliver.h"
#include "record/sheet.h"

namespace laoyou::app {
namespace {

using registry::Resident;
using registry::Sex;

/// A list as it is written: the office's headers and its rows.
struct List {
  std::string_view feed, file_name;
  int days_ago = 0;
  std::vector<record::SheetColumn> columns;
  std::vector<std::vector<std::string>> rows;
};

class DemoLists {
 public:
  DemoLists(std::vector<Resident> people, std::uint64_t seed) : people_(std::move(people)), random_(seed) {}

  std::vector<List> all() { return {police(), health(), social_assistance(), disability()}; }

 private:
  bool in_hundred(std::uint64_t chance) { return random_.below(100) < chance; }
  static std::string eight_digits(Date day) {
    std::string text = day.text();
    std::erase(text, '-');
    return text;
  }
  static std::string_view sex_code(const Resident& person) { return person.sex == Sex::male ? "1" : "2"; }
  static std::string_view yes_no(const std::optional<bool>& value) { return value.value_or(false) ? "是" : "否"; }
  static std::string phone_of(std::uint64_t number) { return "1000" + std::to_string(8'000'000 + number % 1'000'000); }  // a range that is given to nobody

  /// As somebody writes it who heard it: another character of the same sound.
  static std::string misheard(std::string name) {
    static constexpr std::pair<std::string_view, std::string_view> k_sounds[] = {{"英", "瑛"}, {"国", "帼"}, {"兰", "岚"}, {"强", "墙"}, {"梅", "玫"}, {"福", "富"}, {"华", "桦"}, {"乐", "悦"},
                                                                                 {"涵", "晗"}, {"诺", "喏"}, {"源", "元"}, {"明", "铭"}, {"萍", "平"}, {"博", "勃"}, {"依", "衣"}, {"燕", "艳"}, {"庆", "清"}};
    for (const auto& [sound, other] : k_sounds)
      if (const std::size_t place = name.rfind(sound); place != std::string::npos) return name.replace(place, sound.size(), other);
    return name;
  }
  /// The last digit of the order is another one: the check character tells.
  static std::string mistyped(std::string number) {
    number[16] = number[16] == '9' ? '0' : static_cast<char>(number[16] + 1);
    return number;
  }

  List police() {
    List list{"police", "公安人口信息.csv", 12, {{"公民身份号码", ""}, {"姓名", ""}, {"性别", ""}, {"出生日期", ""}, {"户籍地", ""}, {"住址所在地", ""}, {"联系电话", ""}}, {}};
    for (const Resident& person : people_) {
      const std::string number = in_hundred(1) ? mistyped(person.id_number->text()) : person.id_number->text();
      const std::string phone = in_hundred(60) ? "" : person.phone.value_or("");
      list.rows.push_back({number, person.name, std::string(sex_code(person)), eight_digits(*person.born), person.region.text(), person.region.text(), phone});
    }
    return list;
  }

  /// Names as they were heard at the desk, telephones that changed since.
  List health() {
    List list{"health", "居民健康档案.csv", 9, {{"证件号码", ""}, {"姓名", ""}, {"性别", ""}, {"出生日期", ""}, {"本人电话", ""}, {"家庭医生签约", ""}, {"已建健康档案", ""}}, {}};
    const auto one_or_zero = [](const std::optional<bool>& value) { return std::string(value.value_or(false) ? "1" : "0"); };
    for (const Resident& person : people_) {
      if (!in_hundred(70)) continue;
      const std::string name = in_hundred(2) ? misheard(person.name) : person.name;
      const std::string phone = in_hundred(4) ? phone_of(random_.below(1'000'000)) : person.phone.value_or("");
      const Date born = in_hundred(1) ? person.born->plus_days(-1) : *person.born;
      list.rows.push_back({person.id_number->text(), name, std::string(sex_code(person)), born.text(), phone, one_or_zero(person.family_doctor), one_or_zero(person.health_record)});
    }
    return list;
  }

  List social_assistance() {
    List list{"social_assistance", "社会救助对象.csv", 20, {{"身份证号", ""}, {"姓名", ""}, {"特困", ""}, {"低保或低收入", ""}, {"联系电话", ""}}, {}};
    for (const Resident& person : people_) {
      const registry::Hardship& hardship = person.hardship;
      if (!hardship.destitute.value_or(false) && !hardship.low_income.value_or(false)) continue;
      list.rows.push_back({person.id_number->text(), person.name, std::string(yes_no(hardship.destitute)), std::string(yes_no(hardship.low_income)), in_hundred(50) ? person.phone.value_or("") : ""});
    }
    return list;
  }

  /// Older than a quarter of a year: the next one is overdue. Some rows have no identity number; of those some are clearly somebody, some only perhaps.
  List disability() {
    List list{"disability", "持证残疾人.csv", 96, {{"残疾人证号", ""}, {"身份证号", ""}, {"姓名", ""}, {"出生日期", ""}, {"残疾", ""}}, {}};
    for (const Resident& person : people_) {
      if (!person.hardship.disabled.value_or(false)) continue;
      const std::string& number = person.id_number->text();
      const bool unnumbered = in_hundred(30);
      const std::string name = in_hundred(unnumbered ? 60 : 3) ? misheard(person.name) : person.name;
      const Date born = unnumbered && in_hundred(50) ? person.born->plus_days(1) : *person.born;
      list.rows.push_back({number + "43", unnumbered ? "" : number, name, born.text(), "是"});
    }
    return list;
  }

  std::vector<Resident> people_;
  SeededRandom random_;
};

std::vector<Resident> made_up_people(store::Store& store, RegionCode region) {
  std::vector<Resident> people = store.read([&](store::Snapshot& snapshot) { return snapshot.select<Resident>(store::Scope(region), store::Filter().equals("synthetic", true).is_absent("moved_out")); });
  std::erase_if(people, [](const Resident& person) { return !person.id_number || !person.born; });
  return people;
}

bool came_already(store::Store& store, RegionCode region) {
  return store.read([&](store::Snapshot& snapshot) { return snapshot.count<feeds::Delivery>(store::Scope(region)); }) > 0;
}

}  // namespace

Result<int> fill_feeds(const feeds::Services& services, RegionCode region, Date today, std::int64_t sent_by, std::uint64_t seed) {
  if (region.level() == RegionLevel::country || came_already(services.store, region)) return 0;
  std::vector<Resident> people = made_up_people(services.store, region);
  if (people.empty()) return 0;
  const store::Acting acting{store::Actor{sent_by, "command", "demo"}, store::Scope(region), powers::Powers::all()};
  int taken = 0;
  for (const List& list : DemoLists(std::move(people), seed).all()) {
    feeds::Delivery delivery;
    delivery.region = region;
    delivery.feed = list.feed;
    delivery.day = today.plus_days(-list.days_ago);
    delivery.file_name = list.file_name;
    delivery.sent_by = sent_by;
    delivery.sent_at = Instant::parse(delivery.day.plus_days(1).text() + "T01:00:00Z").value();  // nine in the morning there
    const auto done = feeds::deliver(services, acting, delivery, record::write_sheet(list.columns, list.rows, record::SheetFormat::csv));
    if (!done) return done.error().front();
    ++taken;
  }
  return taken;
}

}  // namespace laoyou::app
