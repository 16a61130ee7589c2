// The plain loop that fingerprinting is measured against: ASCII letters and digits of UTF-8 bytes in lower case make words, five words a run by a
// rolling hash, and of every eight runs the least hash is kept (winnowing). No spelling, no diacritics, no places in the text.
// shingles FILE ROUNDS: prints megabytes a second of processor time, of the median round, and what was kept, so that nothing is optimised away.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

static uint64_t mix(uint64_t h) {
  h = (h ^ (h >> 33)) * 0xFF51AFD7ED558CCDull;
  h = (h ^ (h >> 33)) * 0xC4CEB9FE1A85EC53ull;
  return h ^ (h >> 33);
}

static void fingerprint(const std::string& text, size_t from, size_t to, std::vector<uint64_t>& words, std::vector<uint64_t>& kept) {
  words.clear();
  uint64_t hash = 14695981039346656037ull;
  bool inWord = false;
  for (size_t i = from; i < to; i++) {
    unsigned char c = text[i];
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      hash = (hash ^ c) * 1099511628211ull;
      inWord = true;
    } else if (inWord) {
      words.push_back(mix(hash));
      hash = 14695981039346656037ull;
      inWord = false;
    }
  }
  if (inWord) words.push_back(mix(hash));

  const uint64_t base = 0x9E3779B97F4A7C15ull, leaving = base * base * base * base;
  uint64_t rolling = 0, recent[8];
  long least = -8;
  for (size_t w = 0; w < words.size(); w++) {
    rolling = rolling * base + words[w];
    if (w < 4) continue;
    long run = w - 4;
    uint64_t h = mix(rolling);
    rolling -= words[run] * leaving;
    recent[run & 7] = h;
    long before = least;
    if (least <= run - 8) {
      least = std::max(0l, run - 7);
      for (long i = least + 1; i <= run; i++)
        if (recent[i & 7] <= recent[least & 7]) least = i;
    } else if (h <= recent[least & 7]) {
      least = run;
    }
    if (run >= 7 && (least != before || run == 7)) kept.push_back(recent[least & 7]);
  }
}

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  std::vector<size_t> ends;  // articles end at a NUL
  for (size_t i = 0; i < text.size(); i++)
    if (text[i] == 0) ends.push_back(i);

  std::vector<double> seconds;
  std::vector<uint64_t> words, kept;
  uint64_t sum = 0;
  for (int round = 0; round < std::atoi(argv[2]); round++) {
    std::clock_t start = std::clock();
    size_t from = 0;
    for (size_t end : ends) {
      kept.clear();
      fingerprint(text, from, end, words, kept);
      sum += kept.size();
      from = end + 1;
    }
    seconds.push_back(double(std::clock() - start) / CLOCKS_PER_SEC);
  }
  std::sort(seconds.begin(), seconds.end());
  std::printf("%.1f %llu\n", (text.size() - ends.size()) / 1e6 / seconds[seconds.size() / 2], (unsigned long long)(sum / seconds.size()));
}
