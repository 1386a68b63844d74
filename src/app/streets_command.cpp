#include "app/streets_command.h"

#include <filesystem>
#include <ostream>

#include "app/engine_command.h"
#include "app/planning_import.h"
#include "base/messages.h"
#include "engines/streets/synthetic_district.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage = "用法：laoyou streets synth --seed N --out DIR [--columns C] [--rows R]   生成虚构城区（标明虚构）\n"
    "      laoyou streets import --region CODE --name NAME [--data DIR] FILE             载入一座城市的地图\n";

Result<std::size_t> write_district(const Options& options) {
  const auto seed = number_option<std::uint64_t>(options, "seed");
  if (!seed) return seed.error();
  const auto columns = number_option<int>(options, "columns");
  if (!columns) return columns.error();
  const auto rows = number_option<int>(options, "rows");
  if (!rows) return rows.error();
  streets::DistrictSize size;
  size.columns = columns->value_or(size.columns);
  size.rows = rows->value_or(size.rows);
  constexpr int k_least = 3, k_most = 60;
  for (const auto& [name, blocks] : {std::pair{"--columns", size.columns}, std::pair{"--rows", size.rows}}) {
    if (blocks < k_least || blocks > k_most) return at(name, refuse("streets.out_of_range", {std::to_string(blocks), std::to_string(k_least), std::to_string(k_most)}));
  }
  const std::filesystem::path folder = *options.value("out");
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed) return at(folder.string(), refuse("file.unwritable"));
  std::size_t written = 0;
  for (const streets::DistrictFile& each : streets::district_files(streets::make_district(seed->value_or(1), size), seed->value_or(1))) {
    if (const auto done = write_whole_file((folder / each.name).string(), each.text); !done) return done.error();
    ++written;
  }
  return written;
}

}  // namespace

int streets_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  if (!words.empty() && words.front() == "import") return streets_import_command(words.subspan(1), out, err);
  const auto options = Options::read(words, {"seed", "out", "columns", "rows"}, {});
  if (!options || options->words() != std::vector<std::string>{"synth"} || !options->has("out")) {
    if (!options) err << message(options.error(), Language::zh) << "\n";
    err << k_usage;
    return 2;
  }
  const auto written = write_district(*options);
  if (!written) return say_refused({written.error()}, err);
  out << "已写入 " << *written << " 个文件（虚构数据）：" << *options->value("out") << "\n";
  return 0;
}

}  // namespace laoyou::app
