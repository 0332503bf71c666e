// Tests come with the code they test.
