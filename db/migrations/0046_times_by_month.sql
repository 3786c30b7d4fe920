CREATE TABLE "monthly_times" (
	"month" date NOT NULL,
	"dimension" "dimension" NOT NULL,
	"key" text NOT NULL,
	"target" "target" NOT NULL,
	"step" smallint NOT NULL,
	"requests" integer NOT NULL,
	CONSTRAINT "monthly_times_month_dimension_key_target_step_pk" PRIMARY KEY("month","dimension","key","target","step")
);
