// How many cases a server opens and how many steps it takes durably in a second, how long a worklist takes among many cases, and how long many terms
// that pass at once. Everything goes through the room as the routes use it, the worklist through the door; see run.sh.
#include <cstdio>
#include <fstream>

#include "store/testing/postgres_server.h"
#include "store/testing/temporary_directory.h"
#include "town.h"

namespace {

using namespace laoyou;

struct Options {
  std::size_t cases = 4'000, due_terms = 100'000, killed_terms = 100'000, worklist_cases = 1'000'000;
  std::string only;  ///< "sqlite" or "postgresql"; empty: both
};

Options parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string name = argv[i], value = argv[i + 1];
    if (name == "--only")
      options.only = value;
    else
      (name == "--steps" ? options.cases : name == "--terms" ? options.due_terms : name == "--killed-terms" ? options.killed_terms : options.worklist_cases) = std::stoul(value);
  }
  return options;
}

/// Runs each measure on a database of its own; `new_database` gives the address of an empty one in that folder.
void measure(plan::RunningPlans& plans, const char* name, const std::string& program, const Options& options, const std::function<std::string(const std::filesystem::path&)>& new_database) {
  std::string load;
  std::getline(std::ifstream("/proc/loadavg"), load);
  std::printf("%s (load of the machine before: %s)\n", name, load.substr(0, load.find(' ', load.find(' ') + 1)).c_str());
  const auto in_a_town = [&](std::size_t wanted, const std::function<void(const std::string& database, const std::string& key_file)>& measure_in) {
    if (wanted == 0) return;
    std::fflush(stdout);
    const store::TemporaryDirectory directory;
    measure_in(new_database(directory.path()), (directory.path() / "laoyou.key").string());
  };
  const auto with_town = [&](const std::function<void(bench::Town&)>& measure_it) {
    return [&plans, measure_it](const std::string& database, const std::string& key_file) {
      bench::Town town(plans, database, key_file);
      measure_it(town);
    };
  };
  in_a_town(options.cases, with_town([&](bench::Town& town) { bench::measure_steps(town, options.cases); }));
  in_a_town(options.due_terms, with_town([&](bench::Town& town) { bench::measure_terms(town, options.due_terms); }));
  in_a_town(options.killed_terms, [&](const std::string& database, const std::string& key_file) { bench::measure_terms_across_kills(plans, database, key_file, program, options.killed_terms); });
  in_a_town(options.worklist_cases, with_town([&](bench::Town& town) { bench::measure_worklist(town, options.worklist_cases); }));
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 4 && std::string_view(argv[1]) == "--let-time-pass") return bench::let_time_pass_to_be_killed(argv[2], argv[3]);
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  const Options options = parse(argc, argv);
  plan::RunningPlans plans("plans");
  CHECK(plans.reload().has_value());
  if (options.only != "postgresql")
    measure(plans, "SQLite", argv[0], options, [](const std::filesystem::path& folder) { return "sqlite:" + (folder / "laoyou.db").string(); });
  if (options.only == "sqlite") return 0;
  store::PostgresServer server(store::PostgresServer::Flush::always);
  measure(plans, "PostgreSQL", argv[0], options, [&](const std::filesystem::path&) { return server.new_schema(); });
}
