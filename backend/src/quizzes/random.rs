//! Numbers that look random and come again from their seed.

/// Small, fast and good enough to shuffle with (SplitMix64, Steele, Lea, Flood 2014); the same seed gives the same draw for ever.
pub struct Random(u64);

impl Random {
    pub fn new(seed: i64) -> Self {
        Self(seed.cast_unsigned())
    }

    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Fisher and Yates.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            let other = (self.number() % (at as u64 + 1)) as usize;
            list.swap(at, other);
        }
    }
}
