// Runs a fuzz target over stored inputs, for compilers without a fuzzer: replay FILE-OR-FOLDER...
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void replay(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::vector<char> bytes{std::istreambuf_iterator<char>(in), {}};
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

int main(int count, char** names) {
  int replayed = 0;
  for (int index = 1; index < count; ++index) {
    const std::filesystem::path place(names[index]);
    if (!std::filesystem::is_directory(place)) {
      replay(place);
      ++replayed;
      continue;
    }
    for (const auto& entry : std::filesystem::directory_iterator(place)) {
      replay(entry.path());
      ++replayed;
    }
  }
  std::cout << replayed << " inputs replayed\n";
  return replayed > 0 ? 0 : 1;
}
