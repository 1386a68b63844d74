// Published and proved optima of the literature. Runs where LAOYOU_REFERENCE_DATA names the folder of the instances.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>

#include "engines/siting/instance_reader.h"
#include "engines/siting/siting.h"

namespace laoyou::siting {
namespace {

std::optional<std::string> reference_folder() {
  const char* const folder = std::getenv("LAOYOU_REFERENCE_DATA");
  if (folder == nullptr || *folder == 0) return std::nullopt;
  return std::string(folder) + "/siting/";
}

#define NEED_REFERENCE(folder)          \
  const auto folder = reference_folder(); \
  if (!folder) GTEST_SKIP() << "LAOYOU_REFERENCE_DATA is not set: the reference instances are not here"

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  EXPECT_TRUE(file) << path;
  return text.str();
}

SitingAnswer best_of(const SitingProblem& problem) {
  auto answer = solve(problem, Effort{});
  EXPECT_TRUE(answer) << (answer ? "" : answer.error()[0].code);
  EXPECT_TRUE(answer && answer->proved);
  return answer ? *answer : SitingAnswer{};
}

std::vector<std::vector<std::string>> table(const std::string& path) {
  std::istringstream lines(text_of(path));
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    std::istringstream cells(line);
    std::vector<std::string> row;
    for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
    rows.push_back(row);
  }
  return rows;
}

TEST(Reference, p_median_optima_of_the_or_library_are_found_and_proved) {
  NEED_REFERENCE(folder);
  for (const auto& row : table(*folder + "pmed_optima.csv")) {
    const auto instance = read_orlib_pmed(text_of(*folder + "pmed/" + row[0] + ".txt"));
    ASSERT_TRUE(instance) << row[0];
    EXPECT_EQ(best_of(instance->problem).value, std::stod(row[3])) << row[0];
  }
}

SitingProblem sjc(const std::string& folder, const std::string& name, Goal goal, double radius) {
  auto instance = read_sjc(text_of(folder + "sjc/" + name + ".txt"), text_of(folder + "sjc/demand-" + name + ".dat"));
  EXPECT_TRUE(instance) << name;
  instance->problem.goal = goal;
  instance->problem.radius = radius;
  return instance->problem;
}

TEST(Reference, maximal_coverings_of_sao_jose_dos_campos_are_found_and_proved) {
  NEED_REFERENCE(folder);
  for (const auto& row : table(*folder + "sjc_mclp_optima.csv")) {
    SitingProblem problem = sjc(*folder, row[0], Goal::reach_most, std::stod(row[1]));
    problem.most_places = std::stoi(row[2]);
    EXPECT_EQ(best_of(problem).value, std::stod(row[3])) << row[0] << " " << row[1] << " " << row[2];
  }
}

TEST(Reference, set_coverings_of_sao_jose_dos_campos_are_found_and_proved) {
  NEED_REFERENCE(folder);
  for (const auto& row : table(*folder + "sjc_lscp_optima.csv")) {
    EXPECT_EQ(best_of(sjc(*folder, row[0], Goal::reach_all, std::stod(row[2]))).value, std::stod(row[3])) << row[0] << " " << row[2];
  }
}

TEST(Reference, capacitated_warehouses_of_the_or_library_are_solved_exactly) {
  NEED_REFERENCE(folder);
  const std::pair<const char*, double> optima[] = {{"cap71", 932615.75},   {"cap72", 977799.4},    {"cap73", 1010641.45},
                                                   {"cap74", 1034976.975}, {"cap101", 796648.4375}, {"cap102", 854704.2}};
  for (const auto& [name, optimum] : optima) {
    const auto instance = read_orlib_cap(text_of(*folder + "capacitated/" + name + ".txt"));
    ASSERT_TRUE(instance) << name;
    EXPECT_NEAR(best_of(instance->problem).value, optimum, 1e-4) << name;
  }
}

TEST(Reference, the_four_problems_of_san_francisco_have_their_published_values) {
  NEED_REFERENCE(folder);
  const auto instance = read_travel_csv(text_of(*folder + "san_francisco/SF_network_distance_candidateStore_16_censusTract_205_new.csv"));
  ASSERT_TRUE(instance);
  SitingProblem problem = instance->problem;
  problem.radius = 5000;
  problem.goal = Goal::reach_all;
  EXPECT_EQ(best_of(problem).value, 8);
  problem.most_places = 4;
  problem.goal = Goal::reach_most;
  EXPECT_EQ(best_of(problem).value, 875247);
  problem.goal = Goal::least_travel;
  EXPECT_NEAR(best_of(problem).value, 2848268129.7145, 1e-3);
  problem.goal = Goal::least_farthest;
  EXPECT_NEAR(best_of(problem).value, 7403.06, 0.005);
}

}  // namespace
}  // namespace laoyou::siting
