// A sheet of reported values that LibreOffice has written, sent back marked, edited in LibreOffice and sent again.
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/running_house_test.h"

namespace laoyou::app {
namespace {

constexpr const char* k_xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr int k_rows = 5000, k_every = 100;

/// A sheet as LibreOffice writes it in another format.
std::string converted(const std::string& bytes, const std::string& from, const std::string& to) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / ("laoyou_sheets_" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder / "out");
  std::ofstream(folder / ("sheet." + from), std::ios::binary) << bytes;
  const std::string reading = from == "csv" ? " --infilter='CSV:44,34,76'" : "";
  const std::string csv = to == "csv" ? ":'Text - txt - csv (StarCalc)':44,34,76" : "";
  const std::string command = "soffice -env:UserInstallation=file://" + folder.string() + "/profile --headless" + reading + " --convert-to " + to + csv + " --outdir " + (folder / "out").string() + " " +
                              (folder / ("sheet." + from)).string() + " >/dev/null 2>&1";
  EXPECT_EQ(std::system(command.c_str()), 0);
  std::ostringstream written;
  written << std::ifstream(folder / "out" / ("sheet." + to), std::ios::binary).rdbuf();
  std::filesystem::remove_all(folder / "out");
  return written.str();
}

std::string sheet_with_wrong_cells() {
  std::string csv = "indicator,region,period,value,source\n";
  for (int row = 0; row < k_rows; ++row) {
    const Date day = Date::parse("2020-01-01").value().plus_days(row / 2);
    csv += "nursing_bed_share," + std::string(row % 2 == 0 ? "450203000000" : "450204000000") + "," + day.text() + "," + (row % k_every == 7 ? "many" : "55") + ",台账\n";
  }
  return csv;
}

}  // namespace

class SheetsOfLibreOffice : public OnBothDatabases {};
RUN_ON_BOTH_DATABASES(SheetsOfLibreOffice);

TEST_P(SheetsOfLibreOffice, FiveThousandRowsWithFiftyWrongOnesGoBackMarkedAndAreLoadedOnceWhenTheyAreMendedThere) {
  if (std::system("command -v soffice >/dev/null 2>&1") != 0) GTEST_SKIP() << "LibreOffice is not installed";
  const Visitor reporter = house.visit("reporter", "official", "450200000000");
  const std::string query = "?plan=liuzhou&format=xlsx&confirmed=true";
  const std::string first = converted(sheet_with_wrong_cells(), "csv", "xlsx");
  EXPECT_EQ(reporter.ask("POST", "/api/readings/import" + query, first, k_xlsx).status, 422);
  const auto marked = reporter.ask("POST", "/api/readings/import/marked" + query, first, k_xlsx);
  ASSERT_EQ(marked.status, 200) << marked.body.substr(0, 600);
  std::string text = converted(marked.body, "xlsx", "csv");
  int wrong = 0;
  for (std::size_t at = 0; (at = text.find(",many,", at)) != std::string::npos; ++wrong) text.replace(at, 6, ",56,");
  EXPECT_EQ(wrong, k_rows / k_every) << text.substr(0, 300);
  EXPECT_TRUE(house.readings().empty()) << "a sheet with wrong cells stores nothing";
  const std::string mended = converted(text, "csv", "xlsx");
  for (int time = 0; time < 2; ++time) {
    const auto taken = reporter.ask("POST", "/api/readings/import" + query, mended, k_xlsx);
    EXPECT_EQ(taken.status, 200) << taken.body.substr(0, 600);
  }
  EXPECT_EQ(house.readings().size(), static_cast<std::size_t>(k_rows));
}

}  // namespace laoyou::app
